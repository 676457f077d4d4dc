import type { LabelPolicy } from '../config/config.ts'
import type { Code, Pattern } from '../model.ts'
import { renderFragment } from '../syntax/fragments/render-fragment.ts'
import { boldRuns } from './bold-runs.ts'
import type { LabelTable } from './create-label-table.ts'
import { labelText } from './label-text.ts'

export interface LabelledPattern {
  readonly pattern: Pattern
  /** Labels that the policy would have translated and the glossary does not know. */
  readonly untranslated: readonly string[]
}

/**
 * Writes the labels of a target as the page's policy wants them. Whatever policy the target was made under, it is
 * first taken back to `keep`, so that applying a policy twice is applying it once, and a memory match of a page under
 * another policy comes out right. Labels without a letter (`**+**`) and those whose translation is the same text are
 * left alone.
 */
export function applyLabels(
  target: Pattern,
  source: Pattern,
  policy: LabelPolicy,
  table: LabelTable,
): LabelledPattern {
  const labels = sourceLabels(source)
  if (labels.size === 0) return { pattern: target, untranslated: [] }
  const kept = keepLabels(target, labels, table)
  if (policy === 'keep') return { pattern: kept, untranslated: [] }
  const items: (string | Code)[] = []
  for (const item of kept) {
    const translation = typeof item === 'string' ? undefined : translationOf(item, labels, table)
    if (typeof item === 'string' || translation === undefined) push(items, item)
    else if (policy === 'map') items.push({ ...item, literal: bold(translation) })
    else {
      items.push(item)
      push(items, ` (${translation})`)
    }
  }
  const untranslated = [...labels.keys()].filter(label => /\p{L}/u.test(label) && table(label) === undefined)
  return { pattern: items, untranslated }
}

/** Each label of the source, with its literal. */
function sourceLabels(source: Pattern): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const item of source) {
    if (typeof item !== 'string' && item.kind === 'label') labels.set(labelText(item.literal), item.literal)
  }
  return labels
}

function translationOf(
  code: Code,
  labels: ReadonlyMap<string, string>,
  table: LabelTable,
): string | undefined {
  if (code.kind !== 'label') return undefined
  const label = labelText(code.literal)
  if (!labels.has(label)) return undefined
  const translation = table(label)
  return translation === label ? undefined : translation
}

/** The target as policy `keep` has it: source labels in their own words, no translation in brackets after them. */
function keepLabels(target: Pattern, labels: ReadonlyMap<string, string>, table: LabelTable): Pattern {
  const translated = labelsByTranslation(labels, table)
  const items: (string | Code)[] = []
  let next = 0
  for (const run of boldRuns(target)) {
    const label =
      run.text === undefined || labels.has(run.text) ? run.text : takeFirst(translated.get(run.text))
    const literal = label === undefined ? undefined : labels.get(label)
    const code = target[run.start]
    if (label === undefined || literal === undefined || typeof code !== 'object' || run.start < next) continue
    for (const item of target.slice(next, run.start)) push(items, item)
    items.push({ type: 'code', form: 'standalone', kind: 'label', id: code.id, literal })
    next = run.end
    const after = target[next]
    const gloss = ` (${table(label)})`
    if (typeof after !== 'string' || !after.replace(/^\u00a0/, ' ').startsWith(gloss)) continue
    push(items, after.slice(gloss.length))
    next++
  }
  if (next === 0) return target
  for (const item of target.slice(next)) push(items, item)
  return items
}

/** The labels that a translation may stand for, in the order of the source. */
function labelsByTranslation(labels: ReadonlyMap<string, string>, table: LabelTable): Map<string, string[]> {
  const byTranslation = new Map<string, string[]>()
  for (const label of labels.keys()) {
    const translation = table(label)
    if (translation === undefined || labels.has(translation)) continue
    const known = byTranslation.get(translation)
    if (known === undefined) byTranslation.set(translation, [label])
    else known.push(label)
  }
  return byTranslation
}

/** The last label left serves for all further occurrences. */
function takeFirst(labels: string[] | undefined): string | undefined {
  return labels !== undefined && labels.length > 1 ? labels.shift() : labels?.[0]
}

function bold(text: string): string {
  return `**${renderFragment([text], 'markdown')}**`
}

/** Keeps the law of patterns: no empty string, no two strings in a row. */
function push(items: (string | Code)[], item: string | Code): void {
  const last = items.at(-1)
  if (item === '') return
  if (typeof item === 'string' && typeof last === 'string') items[items.length - 1] = last + item
  else items.push(item)
}
