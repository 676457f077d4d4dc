import { brotliCompressSync, constants } from 'node:zlib'
import { createHashIndex } from '../statistics/hash-index.ts'
import type { NgramTrie } from '../statistics/ngram-model.ts'
import { SWAP_KINDS, type SwapCount } from '../statistics/swap-model.ts'
import type { BaseModelParts, BasePhrase } from './base-model.ts'
import { type ByteWriter, createByteWriter } from './byte-writer.ts'
import { packTrie } from './level-trie.ts'
import { MODEL_MAGIC, MODEL_VERSION, quantise, quantiseCount } from './model-format.ts'

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

/** Phrases as a trie of their source words; the translations of its nodes follow in columns. */
function packPhrases(parts: BaseModelParts, body: ByteWriter): void {
  const index = createHashIndex(parts.phrases.length * 2)
  const parent = [-1]
  const word = [-1]
  const targetsOf: (readonly BasePhrase[])[] = [[]]
  for (const { source, targets } of parts.phrases) {
    let node = 0
    for (const next of source) {
      const from = node
      node = index.add(from, next) + 1
      if (node < parent.length) continue
      parent.push(from)
      word.push(next)
      targetsOf.push([])
    }
    targetsOf[node] = targets
  }
  const children = createByteWriter()
  const words = createByteWriter()
  const order = packTrie(parent, word, children, words)
  const amounts = createByteWriter()
  const lengths = createByteWriter()
  const targetWords = createByteWriter()
  const forward = createByteWriter()
  const backward = createByteWriter()
  const counts = createByteWriter()
  for (const node of order) {
    const targets = targetsOf[node] ?? []
    amounts.varint(targets.length)
    for (const target of targets) {
      lengths.varint(target.words.length)
      for (const said of target.words) targetWords.varint(said)
      forward.byte(quantise(Math.log(target.forward)))
      backward.byte(quantise(Math.log(target.backward)))
      counts.byte(quantiseCount(target.count))
    }
  }
  body.varint(order.length)
  for (const column of [children, words, amounts, lengths, targetWords, forward, backward, counts]) {
    body.section(column)
  }
}

function packLexicon(parts: BaseModelParts, body: ByteWriter): void {
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

function packSwaps(parts: BaseModelParts, body: ByteWriter): void {
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

function packLanguage(trie: NgramTrie, body: ByteWriter): void {
  const amounts = createByteWriter()
  const words = createByteWriter()
  const scores = createByteWriter()
  const backoffs = createByteWriter()
  for (const node of packTrie(trie.parent, trie.word, amounts, words)) {
    scores.byte(quantise(trie.logProbability[node] as number))
    backoffs.byte(quantise(trie.backoff[node] as number))
  }
  body.varint(trie.order)
  body.varint(trie.parent.length)
  body.byte(quantise(trie.unknown))
  for (const column of [amounts, words, scores, backoffs]) body.section(column)
}
