import type { State } from '../../model.ts'
import type { KeyedLines } from './keyed-lines.ts'
import { mergeLines } from './merge-lines.ts'
import type { MergedFile } from './merged-file.ts'

type Line = Readonly<Record<string, unknown>>

/** What says how a target came about; taken from one side together. */
const provenance = [
  'state',
  'origin',
  'score',
  'rung',
  'previousSource',
  'suggestion',
  'alternatives',
  'retranslate',
] as const

const rank: Readonly<Record<State, number>> = { initial: 0, translated: 1, reviewed: 2, final: 3 }

/**
 * Merges three versions of a sidecar. It never conflicts: where both sides changed a segment's state, the one that is
 * further in review is taken, ours where they are equal. A text that both changed is a conflict of the resource beside
 * it, where a person chooses.
 *
 * @returns undefined when a version has a line that is no JSON object
 */
export function mergeSidecar(base: string, ours: string, theirs: string): MergedFile | undefined {
  const versions = [base, ours, theirs].map(linesOf)
  const [baseLines, ourLines, theirLines] = versions
  if (baseLines === undefined || ourLines === undefined || theirLines === undefined) return undefined
  const merged = mergeLines(baseLines, ourLines, theirLines, mergeLine)
  const lines = merged.flatMap(line => (line.type === 'line' ? [`${line.raw}\n`] : []))
  return { text: lines.join(''), conflicts: 0 }
}

/** Lines by the segment's key, or by themselves; the page's and the last one by what they are. */
function linesOf(text: string): KeyedLines | undefined {
  const lines = new Map<string, string>()
  for (const raw of text.split(/\r?\n/)) {
    if (raw.trim() === '') continue
    const line = parsed(raw)
    if (line === undefined) return undefined
    lines.set(keyOf(line, raw), raw)
  }
  return lines
}

function parsed(raw: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : undefined
  } catch {
    return undefined
  }
}

function keyOf(line: Line, raw: string): string {
  if (typeof line.key === 'string') return `segment ${line.key}`
  if ('page' in line) return 'page'
  return 'tail' in line ? 'tail' : `line ${raw}`
}

function mergeLine(base: string | undefined, ours: string, theirs: string): string {
  const before = base === undefined ? {} : (parsed(base) ?? {})
  const own = parsed(ours) ?? {}
  const other = parsed(theirs) ?? {}
  const source = leading(before, own, other)
  const merged: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(own), ...Object.keys(other)])) {
    const value = isProvenance(name) ? source[name] : mergeValue(before[name], own[name], other[name])
    if (value !== undefined) merged[name] = value
  }
  return JSON.stringify(merged)
}

function isProvenance(name: string): boolean {
  return (provenance as readonly string[]).includes(name)
}

/** The side whose provenance counts. */
function leading(before: Line, own: Line, other: Line): Line {
  const isSame = (a: Line, b: Line) => provenance.every(name => isEqual(a[name], b[name]))
  if (isSame(own, before)) return other
  if (isSame(other, before)) return own
  return rankOf(other) > rankOf(own) ? other : own
}

function rankOf({ state }: Line): number {
  return rank[state as State] ?? -1
}

function mergeValue(before: unknown, own: unknown, other: unknown): unknown {
  return isEqual(own, before) ? other : own
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
