import type { Code, Pattern } from '../model.ts'
import { boldRuns } from './bold-runs.ts'

/** Codes that a target lacks and codes that it has over and above its source's, each as it is written. */
export interface CodeDifference {
  readonly missing: readonly string[]
  readonly added: readonly string[]
}

/**
 * Law 3 for one segment: labels, code, URLs, link targets, emails, images, ids, tags and variables are the same
 * multiset in source and target, in any order. Texts in the holes of the source's codes (alt texts, titles) may
 * differ, for they are units of their own.
 */
export function compareCodes(source: Pattern, target: Pattern): CodeDifference {
  const byToken = new Map<string, Code[]>()
  for (const code of target.filter(isCompared)) {
    const token = tokenOf(code)
    const known = byToken.get(token)
    if (known === undefined) byToken.set(token, [code])
    else known.push(code)
  }
  const missing = source.filter(isCompared).filter(code => byToken.get(tokenOf(code))?.pop() === undefined)
  const left = [...byToken.values()].flat()
  const lost = missing.filter(code => {
    const at = left.findIndex(other => other.kind === code.kind && fillsHoles(other.literal, code))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  const bold = compareBold(source, target)
  return {
    missing: [...lost.map(tokenOf), ...bold.missing],
    added: [...left.map(tokenOf), ...bold.added],
  }
}

/** Of a pair, the half that says more; bold is compared by its text, product names are text. */
function isCompared(item: string | Code): item is Code {
  if (typeof item === 'string') return false
  switch (item.kind) {
    case 'strong':
    case 'label':
    case 'name':
      return false
    case 'link':
      return item.form !== 'open'
    default:
      return item.form !== 'close'
  }
}

/** What a code is compared by, fit to be shown. */
function tokenOf(code: Code): string {
  switch (code.kind) {
    case 'emphasis':
      return '*…*'
    case 'delete':
      return '~~…~~'
    case 'break':
      return 'a line break'
    case 'link':
      return code.form === 'close' ? `[…${code.literal}` : code.literal
    default:
      return code.literal
  }
}

/** Whether a literal is a code's with other texts in its holes. */
function fillsHoles(literal: string, { literal: own, holes = [] }: Code): boolean {
  if (holes.length === 0) return false
  let at = 0
  let end = 0
  for (const hole of holes) {
    const part = own.slice(end, hole.start)
    const found = end === 0 ? (literal.startsWith(part) ? 0 : -1) : literal.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
    end = hole.end
  }
  const tail = own.slice(end)
  return literal.length - tail.length >= at && literal.endsWith(tail)
}

/** Labels must be there by their text; of other bold only the number counts. */
function compareBold(source: Pattern, target: Pattern): CodeDifference {
  const left = [...boldRuns(target)]
  const missing: string[] = []
  let stressed = 0
  for (const { text, isLabel } of boldRuns(source)) {
    if (!isLabel) {
      stressed++
      continue
    }
    const at = left.findIndex(run => run.text === text)
    if (at < 0) missing.push(`**${text}**`)
    else left.splice(at, 1)
  }
  for (let surplus = stressed - left.length; surplus > 0; surplus--) missing.push('**…**')
  return { missing, added: left.slice(stressed).map(run => `**${run.text ?? '…'}**`) }
}
