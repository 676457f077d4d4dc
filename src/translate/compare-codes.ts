import type { Code, Pattern } from '../model.ts'
import { boldRuns } from './bold-runs.ts'

/** Codes that a target lacks and codes that it has over and above its source's, each as it is written. */
export interface CodeDifference {
  readonly missing: readonly string[]
  readonly added: readonly string[]
}

/**
 * Law 3 for one segment: labels, code, URLs, link targets, emails, images, ids, tags and variables are the same
 * multiset in source and target, in any order. Texts inside literals (alt texts, titles) may differ, for they are
 * units of their own. A label may have become the translation that `mapLabel` gives for it.
 */
export function compareCodes(
  source: Pattern,
  target: Pattern,
  mapLabel: (label: string) => string | undefined = () => undefined,
): CodeDifference {
  const missing: string[] = []
  const added: string[] = []
  const counts = new Map<string, number>()
  for (const code of source) count(counts, code, 1)
  for (const code of target) count(counts, code, -1)
  for (const [token, balance] of counts) {
    for (let left = balance; left > 0; left--) missing.push(token)
    for (let left = balance; left < 0; left++) added.push(token)
  }
  compareBold(source, target, mapLabel, missing, added)
  return { missing, added }
}

function count(counts: Map<string, number>, item: string | Code, weight: number): void {
  if (typeof item === 'string') return
  const token = tokenOf(item)
  if (token !== undefined) counts.set(token, (counts.get(token) ?? 0) + weight)
}

/** What a code is compared by; undefined for the half of a pair that says nothing more, and for bold. */
function tokenOf(code: Code): string | undefined {
  switch (code.kind) {
    case 'strong':
    case 'label':
      return undefined
    case 'name':
      return undefined
    case 'emphasis':
      return code.form === 'open' ? '*…*' : undefined
    case 'delete':
      return code.form === 'open' ? '~~…~~' : undefined
    case 'link':
      return code.form === 'close' ? `[…${withoutHoles(code)}` : undefined
    case 'tag':
      return code.form === 'close' ? undefined : withoutHoles(code)
    case 'break':
      return 'line break'
    case 'code':
    case 'url':
    case 'email':
    case 'image':
    case 'footnote':
    case 'math':
    case 'variable':
    case 'attributes':
    case 'reference':
      return withoutHoles(code)
  }
}

function withoutHoles({ literal, holes }: Code): string {
  if (holes === undefined || holes.length === 0) return literal
  let kept = ''
  let end = 0
  for (const hole of holes) {
    kept += literal.slice(end, hole.start)
    end = hole.end
  }
  return kept + literal.slice(end)
}

/** Labels must be there by their text; of other bold only the number counts. */
function compareBold(
  source: Pattern,
  target: Pattern,
  mapLabel: (label: string) => string | undefined,
  missing: string[],
  added: string[],
): void {
  const left = [...boldRuns(target)]
  let stressed = 0
  for (const { text, isLabel } of boldRuns(source)) {
    if (!isLabel || text === undefined) {
      stressed++
      continue
    }
    const mapped = mapLabel(text)
    let at = left.findIndex(run => run.text === text)
    if (at < 0 && mapped !== undefined) at = left.findIndex(run => run.text === mapped)
    if (at < 0) missing.push(`**${text}**`)
    else left.splice(at, 1)
  }
  for (let surplus = stressed - left.length; surplus > 0; surplus--) missing.push('**…**')
  for (const run of left.slice(stressed)) added.push(`**${run.text ?? '…'}**`)
}
