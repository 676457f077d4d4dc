import { brotliCompressSync, constants } from 'node:zlib'
import type { BaseModelParts, BasePhrase } from './base-model.ts'
import { type ByteWriter, createByteWriter } from './byte-writer.ts'
import { MODEL_MAGIC, MODEL_VERSION, quantise, quantiseCount } from './model-format.ts'
import type { NgramTrie } from './ngram-model.ts'
import { SWAP_KINDS, type SwapCount } from './swap-model.ts'

/**
 * Packs a base model into one file: a header of text, then columns of variable-length integers and quantised
 * logarithms, compressed by Brotli. Equal parts give equal bytes.
 */
export function packBaseModel(parts: BaseModelParts): Uint8Array {
  const body = createByteWriter()
  body.text(parts.sourceWords.join('\n'))
  body.text(parts.targetWords.join('\n'))
  packPhrases(parts, body)
  packLexicon(parts, body)
  packSwaps(parts, body)
  packLanguage(parts.language, body)
  const raw = body.bytes()
  const packed = brotliCompressSync(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  })
  const header = new TextEncoder().encode(
    `${MODEL_MAGIC} ${MODEL_VERSION} ${parts.source} ${parts.target} ${raw.length} ${packed.length}\n`,
  )
  const file = new Uint8Array(header.length + packed.length)
  file.set(header)
  file.set(packed, header.length)
  return file
}

/** Phrases as a trie of their source words in pre-order; each node's translations follow in columns. */
function packPhrases(parts: BaseModelParts, body: ReturnType<typeof createByteWriter>): void {
  const sorted = [...parts.phrases].sort((a, b) => compareWords(a.source, b.source))
  const depths = createByteWriter()
  const words = createByteWriter()
  const amounts = createByteWriter()
  const targets: BasePhrase[] = []
  let nodes = 0
  let previous: Int32Array = new Int32Array(0)
  for (const phrase of sorted) {
    let shared = 0
    while (shared < previous.length && previous[shared] === phrase.source[shared]) shared++
    for (let i = shared; i < phrase.source.length; i++) {
      depths.varint(i)
      words.varint(phrase.source[i] as number)
      amounts.varint(i === phrase.source.length - 1 ? phrase.targets.length : 0)
      nodes++
    }
    targets.push(...phrase.targets)
    previous = phrase.source
  }
  body.varint(nodes)
  body.section(depths)
  body.section(words)
  body.section(amounts)
  const lengths = createByteWriter()
  const targetWords = createByteWriter()
  const forward = createByteWriter()
  const backward = createByteWriter()
  const counts = createByteWriter()
  for (const target of targets) {
    lengths.varint(target.words.length)
    for (const word of target.words) targetWords.varint(word)
    forward.byte(quantise(Math.log(target.forward)))
    backward.byte(quantise(Math.log(target.backward)))
    counts.byte(quantiseCount(target.count))
  }
  for (const column of [lengths, targetWords, forward, backward, counts]) body.section(column)
}

function packLexicon(parts: BaseModelParts, body: ReturnType<typeof createByteWriter>): void {
  const sorted = [...parts.lexicon].sort((a, b) => a.source - b.source || a.target - b.target)
  const sources = createByteWriter()
  const targets = createByteWriter()
  const counts = createByteWriter()
  let source = -1
  let target = -1
  for (const entry of sorted) {
    sources.varint(entry.source - source)
    if (entry.source !== source) target = -1
    targets.varint(entry.target - target)
    counts.byte(quantiseCount(entry.count))
    source = entry.source
    target = entry.target
  }
  body.varint(sorted.length)
  for (const column of [sources, targets, counts]) body.section(column)
}

function packSwaps(parts: BaseModelParts, body: ReturnType<typeof createByteWriter>): void {
  const column = (count: SwapCount) => SWAP_KINDS.indexOf(count.kind) * 2 + (count.side === 'left' ? 0 : 1)
  const sorted = [...parts.swaps].sort((a, b) => a.word - b.word || column(a) - column(b))
  const [kinds, words, chances, swaps] = Array.from({ length: 4 }, createByteWriter) as [
    ByteWriter,
    ByteWriter,
    ByteWriter,
    ByteWriter,
  ]
  let word = 0
  for (const count of sorted) {
    kinds.byte(column(count))
    words.varint(count.word - word)
    word = count.word
    chances.byte(quantiseCount(count.chances))
    swaps.byte(quantiseCount(count.swaps))
  }
  body.varint(sorted.length)
  for (const section of [kinds, words, chances, swaps]) body.section(section)
}

/** The trie level by level: each node's number of children, the children's words ascending. */
function packLanguage(trie: NgramTrie, body: ReturnType<typeof createByteWriter>): void {
  const size = trie.parent.length
  const children: number[][] = Array.from({ length: size }, () => [])
  for (let node = 1; node < size; node++) children[trie.parent[node] as number]?.push(node)
  const amounts = createByteWriter()
  const words = createByteWriter()
  const scores = createByteWriter()
  const backoffs = createByteWriter()
  let level = [0]
  for (let depth = 0; depth < trie.order; depth++) {
    const next: number[] = []
    for (const node of level) {
      const own = (children[node] ?? []).sort((a, b) => (trie.word[a] as number) - (trie.word[b] as number))
      amounts.varint(own.length)
      let before = -1
      for (const child of own) {
        words.varint((trie.word[child] as number) - before)
        before = trie.word[child] as number
        scores.byte(quantise(trie.logProbability[child] as number))
        if (depth + 1 < trie.order) backoffs.byte(quantise(trie.backoff[child] as number))
        next.push(child)
      }
    }
    level = next
  }
  body.varint(trie.order)
  body.varint(size)
  body.byte(quantise(trie.unknown))
  for (const column of [amounts, words, scores, backoffs]) body.section(column)
}

function compareWords(a: Int32Array, b: Int32Array): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number)
  return a.length - b.length
}
