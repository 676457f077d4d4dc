import type { Diagnostic, ForeignLine, SegmentState, State } from '../model.ts'
import { encodingFault } from './encoding-fault.ts'
import { invalidCatalogue } from './invalid-catalogue.ts'
import { serialiseSidecar } from './serialise-sidecar.ts'
import type { Sidecar } from './sidecar.ts'

export type ParsedSidecar =
  | { readonly type: 'sidecar'; readonly sidecar: Sidecar }
  | { readonly type: 'invalid'; readonly diagnostic: Diagnostic }

type Json = Readonly<Record<string, unknown>>

/**
 * Reads a sidecar, one JSON object a line, without losing anything of it: `serialiseSidecar` gives a file of its own
 * making back byte for byte, unknown properties and lines included. Blank lines are passed over.
 *
 * @param text undefined for a file that does not exist: an empty sidecar
 * @returns the sidecar, or the `catalogue-invalid` diagnostic of a line that is not a JSON object, whose known
 *   properties are of the wrong type, or whose key had a different line before
 */
export function parseSidecar(text: string | undefined, file: string): ParsedSidecar {
  const encoding = encodingFault(text ?? '', file)
  return encoding === undefined ? parseLines(text ?? '', file) : { type: 'invalid', diagnostic: encoding }
}

function parseLines(text: string, file: string): ParsedSidecar {
  const states = new Map<string, SegmentState>()
  const foreign: ForeignLine[] = []
  let diverged = false
  let tail: string | undefined
  let after: string | undefined
  let offset = 0
  for (const line of text.replace(/^\uFEFF/, '\n').split('\n')) {
    const value = line.trim() === '' ? {} : parseObject(line)
    const fault = value ? faultOf(value, states) : 'This line is not a JSON object'
    if (!value || fault) {
      return { type: 'invalid', diagnostic: invalidCatalogue(text, file, offset, fault ?? '') }
    }
    if (isState(value)) {
      states.set(value.key, value)
      after = value.key
    } else {
      const page = takePage(value)
      diverged ||= page.diverged
      tail = page.tail ?? tail
      if (page.rest) foreign.push({ after, raw: JSON.stringify(page.rest) })
    }
    offset += line.length + 1
  }
  const sidecar = { states, diverged, foreign, ...(tail === undefined ? {} : { tail }) }
  return { type: 'sidecar', sidecar }
}

function parseObject(line: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined
  } catch {
    return undefined
  }
}

/** Holds once `faultOf` found nothing. */
function isState(value: Json): value is Json & SegmentState {
  return 'key' in value
}

const stateNames: ReadonlySet<unknown> = new Set<State>(['initial', 'translated', 'reviewed', 'final'])

function faultOf(value: Json, states: ReadonlyMap<string, SegmentState>): string | undefined {
  if (!('key' in value)) return undefined
  const { key, state, suggestion, alternatives } = value
  if (typeof key !== 'string') return 'The `key` of this line is no text'
  if (!stateNames.has(state)) {
    return `The \`state\` of \`${key}\` is none of initial, translated, reviewed and final`
  }
  for (const name of ['origin', 'rung', 'previousSource', 'orphanSource', 'gap', 'written', 'saved']) {
    if (value[name] !== undefined && typeof value[name] !== 'string')
      return `The \`${name}\` of \`${key}\` is no text`
  }
  if (value.retranslate !== undefined && value.retranslate !== true)
    return `The \`retranslate\` of \`${key}\` is not true`
  if (value.score !== undefined && typeof value.score !== 'number')
    return `The \`score\` of \`${key}\` is no number`
  if (suggestion !== undefined && typeof (suggestion as Json | null)?.target !== 'string') {
    return `The \`suggestion\` of \`${key}\` has no text as its \`target\``
  }
  if (alternatives !== undefined && !isTexts(alternatives))
    return `The \`alternatives\` of \`${key}\` are no list of texts`
  const other = states.get(key)
  if (other && lineOf(other) !== lineOf(value as Json & SegmentState)) {
    return `The key \`${key}\` has two lines that differ`
  }
  return undefined
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(one => typeof one === 'string')
}

function lineOf(state: SegmentState): string {
  return serialiseSidecar({ states: new Map([[state.key, state]]), diverged: false, foreign: [] })
}

interface PageLine {
  readonly diverged: boolean
  readonly tail: string | undefined
  /** What is left of the line; undefined when nothing is. */
  readonly rest: Json | undefined
}

function takePage({ page, tail, ...others }: Json): PageLine {
  let rest: Json = others
  let diverged = false
  if (typeof page === 'object' && page !== null && 'diverged' in page) {
    const { diverged: own, ...pageRest } = page
    diverged = own === true
    if (Object.keys(pageRest).length > 0) rest = { page: pageRest, ...rest }
  } else if (page !== undefined) rest = { page, ...rest }
  if (tail !== undefined && typeof tail !== 'string') rest = { ...rest, tail }
  return {
    diverged,
    tail: typeof tail === 'string' ? tail : undefined,
    rest: Object.keys(rest).length > 0 ? rest : undefined,
  }
}
