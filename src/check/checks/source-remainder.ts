import type { Check } from '../check.ts'
import type { SegmentPair } from '../page-pair.ts'
import { codeMark, plainText } from '../text/plain-text.ts'
import { quote } from '../text/quote.ts'
import { targetFinding } from '../text/target-finding.ts'

/** Words in a row that a source and its translation rarely share by chance. */
const longestShared = 4

/** Part of a sentence that was left in the source's language: a run of the source's words. */
export const checkSourceRemainder: Check = function* (page, tools) {
  for (const pair of page.pairs) {
    const source = wordsOf(pair.sourcePattern)
    const target = wordsOf(pair.targetPattern)
    if (source.length < longestShared || source.join(' ') === target.join(' ')) continue
    const run = sharedRun(source, target)
    const names = new Set(tools.findNames(pair.sourcePattern).flatMap(name => name.split(/\s+/)))
    if (run.filter(word => /^\p{Ll}/u.test(word) && !names.has(word)).length < 3) continue
    yield remainder(pair, run)
  }
}

function remainder(pair: SegmentPair, run: readonly string[]) {
  const text = run.join(' ')
  return targetFinding(
    'source-remainder',
    pair,
    `${quote(text)} is the source’s own wording. Translate it.`,
    text,
  )
}

function wordsOf(pattern: SegmentPair['sourcePattern']): readonly string[] {
  return plainText(pattern)
    .split(/[\s\u00a0\u202f]+/)
    .filter(word => word !== '' && !word.includes(codeMark))
}

/** The first run of `longestShared` words or more that both have; empty without one. */
function sharedRun(source: readonly string[], target: readonly string[]): readonly string[] {
  const starts = new Map<string, number>()
  for (let at = 0; at + longestShared <= source.length; at++) {
    const gram = source.slice(at, at + longestShared).join(' ')
    if (!starts.has(gram)) starts.set(gram, at)
  }
  for (let at = 0; at + longestShared <= target.length; at++) {
    const start = starts.get(target.slice(at, at + longestShared).join(' '))
    if (start === undefined) continue
    let length = longestShared
    while (source[start + length] !== undefined && source[start + length] === target[at + length]) length++
    return target.slice(at, at + length)
  }
  return []
}
