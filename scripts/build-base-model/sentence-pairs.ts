import type { AlignItem } from '../../src/align/align-item.ts'
import { alignSequences } from '../../src/align/align-sequences.ts'
import { textAnchors } from '../../src/align/text-anchors.ts'
import type { PatternPair } from '../../src/translate/draft/adaptation/prepare-pairs.ts'
import type { BilingualText } from './bilingual-text.ts'
import { cleanText } from './clean-text.ts'

/** Texts cut into sentences, aligned and cleaned; equal pairs once, with a weight that grows slowly with their number. */
export function sentencePairs(texts: readonly BilingualText[]): readonly PatternPair[] {
  const seen = new Map<string, { readonly pair: PatternPair; count: number }>()
  for (const { fr, en } of texts) {
    if (fr === en) continue
    for (const [left, right] of sentences(fr, en)) {
      const key = `${left}\u0000${right}`
      const known = seen.get(key)
      if (known !== undefined) {
        known.count++
        continue
      }
      const source = cleanText(left)
      const target = cleanText(right)
      if (source !== undefined && target !== undefined) seen.set(key, { pair: { source, target }, count: 1 })
    }
  }
  return [...seen.values()].map(({ pair, count }) => ({ ...pair, weight: 1 + Math.log(count) / 2 }))
}

function sentences(fr: string, en: string): readonly (readonly [string, string])[] {
  const left = split(fr)
  const right = split(en)
  if (left.length === 1 && right.length === 1) return [[fr, en]]
  return alignSequences(left.map(item), right.map(item), { merges: true }).flatMap(({ source, target }) =>
    source.length === 0 || target.length === 0
      ? []
      : [[source.map(i => left[i]).join(' '), target.map(i => right[i]).join(' ')] as const],
  )
}

function split(text: string): readonly string[] {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .split(/(?<=[.!?…])(?:<\/?\w+[^>]*>)*\s+(?=(?:<\w+[^>]*>)?["«(]?\p{Lu})/u)
}

function item(text: string): AlignItem {
  const anchors = new Map<string, number>()
  textAnchors(text.replace(/<[^>]*>/gu, ''), (anchor, weight) =>
    anchors.set(anchor, (anchors.get(anchor) ?? 0) + weight),
  )
  return { type: 'sentence', length: text.replace(/<[^>]*>/gu, '').length, anchors }
}
