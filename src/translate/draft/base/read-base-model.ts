import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { EngineFault } from '../../../engine-fault.ts'
import { createHashIndex } from '../statistics/hash-index.ts'
import { createNgramModel, type NgramModel } from '../statistics/ngram-model.ts'
import type { PhraseCandidate } from '../statistics/phrase-candidate.ts'
import type { PhraseSource } from '../statistics/phrase-source.ts'
import { SWAP_KINDS, type SwapCount } from '../statistics/swap-model.ts'
import { createVocabulary } from '../statistics/vocabulary.ts'
import type { LexicalTable } from '../statistics/word-aligner.ts'
import { isSlotWord } from '../tokens/special-words.ts'
import type { BaseModel } from './base-model.ts'
import { type ByteReader, createByteReader } from './byte-reader.ts'
import { readTrie } from './level-trie.ts'
import { MODEL_MAGIC, MODEL_VERSION, restore, restoreCount } from './model-format.ts'

const unpack = promisify(brotliDecompress)

/**
 * Reads a model file. It is unpacked in another thread, so that a caller may start it early.
 *
 * @param bytes the file's bytes
 * @param file its name, for the error
 * @throws EngineFault of kind `configuration` when the file is no model, of another version, or cut short
 */
export async function readBaseModel(bytes: Uint8Array, file: string): Promise<BaseModel> {
  const end = bytes.indexOf(10)
  const [magic, version, source = '', target = '', rawLength, packedLength] = new TextDecoder()
    .decode(bytes.subarray(0, Math.max(0, Math.min(end, 200))))
    .split(' ')
  if (magic !== MODEL_MAGIC) throw broken(file, 'is not a base model')
  if (version !== String(MODEL_VERSION)) {
    throw broken(file, `has format version ${version}, this release reads version ${MODEL_VERSION}`)
  }
  const packed = bytes.subarray(end + 1)
  if (packed.length !== Number(packedLength)) {
    throw broken(file, `is cut short: ${packed.length} of ${packedLength} bytes`)
  }
  try {
    const raw = await unpack(packed)
    if (raw.length !== Number(rawLength)) throw new RangeError('Wrong length.')
    return readBody(createByteReader(raw), source, target)
  } catch (cause) {
    throw broken(file, 'is damaged', cause)
  }
}

function broken(file: string, what: string, cause?: unknown): EngineFault {
  return new EngineFault('configuration', `The base model ${file} ${what}. Reinstall Verso to restore it.`, {
    cause,
  })
}

function readBody(body: ByteReader, source: string, target: string): BaseModel {
  const sourceVocabulary = createVocabulary(body.text().split('\n'))
  const targetVocabulary = createVocabulary(body.text().split('\n'))
  const phrases = readPhrases(body)
  const { forward, backward } = readLexicon(body, sourceVocabulary.size, targetVocabulary.size)
  const swaps = readSwaps(body)
  const language = readLanguage(body)
  return { source, target, sourceVocabulary, targetVocabulary, language, forward, backward, phrases, swaps }
}

function readPhrases(body: ByteReader): PhraseSource {
  const trie = readTrie(body.varint(), body.section(), body.section())
  const amounts = body.section()
  const lengths = body.section()
  const targetWords = body.section()
  const forward = body.section()
  const backward = body.section()
  const counts = body.section()
  // Where each node's translations begin.
  const firstTarget = sums(amounts.varints(trie.size))
  const targets = firstTarget[trie.size] as number
  const firstWord = sums(lengths.varints(targets))
  const allWords = targetWords.varints(firstWord[targets] as number)
  const forwards = forward.bytes(targets)
  const backwards = backward.bytes(targets)
  const allCounts = counts.bytes(targets)
  const candidate = (i: number, run: Int32Array): PhraseCandidate => {
    const own = allWords.subarray(firstWord[i], firstWord[i + 1])
    return {
      words: own,
      slots: pairSlots(run, own),
      forward: Math.exp(restore(forwards[i] as number)),
      backward: Math.exp(restore(backwards[i] as number)),
      count: restoreCount(allCounts[i] as number),
    }
  }
  const runOf = (node: number): Int32Array => {
    const run: number[] = []
    for (let at = node; at !== 0; at = trie.parent[at] as number) run.unshift(trie.word[at] as number)
    return Int32Array.from(run)
  }
  return {
    next: trie.find,
    phrases(cursor) {
      const run = runOf(cursor)
      const candidates: PhraseCandidate[] = []
      let count = 0
      for (let i = firstTarget[cursor] as number; i < (firstTarget[cursor + 1] as number); i++) {
        const own = candidate(i, run)
        candidates.push(own)
        count += own.count
      }
      return { count, candidates }
    },
  }
}

/** Where each of these amounts begins when they stand in a row, and where the last one ends. */
function sums(amounts: Int32Array): Int32Array {
  const starts = new Int32Array(amounts.length + 1)
  for (let i = 0; i < amounts.length; i++) starts[i + 1] = (starts[i] as number) + (amounts[i] as number)
  return starts
}

function readSwaps(body: ByteReader): readonly SwapCount[] {
  const size = body.varint()
  const [kinds, words, chances, swaps] = [body.section(), body.section(), body.section(), body.section()]
  let word = 0
  return Array.from({ length: size }, () => {
    const kind = kinds.byte()
    word += words.varint()
    return {
      kind: SWAP_KINDS[kind >> 1] ?? 'adjacent',
      side: (kind & 1) === 0 ? 'left' : 'right',
      word,
      chances: restoreCount(chances.byte()),
      swaps: restoreCount(swaps.byte()),
    } as const
  })
}

/** The first slot of a class answers to the first of that class on the other side, and so on. */
function pairSlots(source: Int32Array, target: Int32Array): Int32Array {
  const used = new Set<number>()
  return target.map(word => {
    if (!isSlotWord(word)) return -1
    const at = source.findIndex((other, i) => other === word && !used.has(i))
    used.add(at)
    return at
  })
}

function readLexicon(
  body: ByteReader,
  sourceSize: number,
  targetSize: number,
): { forward: LexicalTable; backward: LexicalTable } {
  const size = body.varint()
  const sources = body.section().varints(size)
  const targets = body.section().varints(size)
  const counts = body.section().bytes(size)
  const restored = Float64Array.from({ length: 256 }, (_, byte) => restoreCount(byte))
  const index = createHashIndex(size)
  const values = new Float32Array(size)
  const sourceTotals = new Float64Array(sourceSize + 1)
  const targetTotals = new Float64Array(targetSize)
  let source = -1
  let target = -1
  for (let i = 0; i < size; i++) {
    const step = sources[i] as number
    if (step > 0) target = -1
    source += step
    target += targets[i] as number
    index.add(source + 1, target)
    const count = restored[counts[i] as number] as number
    values[i] = count
    sourceTotals[source + 1] = (sourceTotals[source + 1] as number) + count
    targetTotals[target] = (targetTotals[target] as number) + count
  }
  const value = (from: number, to: number): number => {
    const at = index.find(from + 1, to)
    return at < 0 ? 0 : (values[at] as number)
  }
  return {
    forward: {
      probability: (from, to) =>
        Math.max(1e-7, value(from, to) / Math.max(1e-9, sourceTotals[from + 1] ?? 0)),
    },
    backward: {
      probability: (from, to) => Math.max(1e-7, value(to, from) / Math.max(1e-9, targetTotals[from] ?? 0)),
    },
  }
}

function readLanguage(body: ByteReader): NgramModel {
  const order = body.varint()
  const size = body.varint()
  const unknown = restore(body.byte())
  const { parent, word, find } = readTrie(size, body.section(), body.section())
  const scores = body.section()
  const backoffs = body.section()
  const logProbability = Float32Array.from(scores.bytes(size))
  const backoff = Float32Array.from(backoffs.bytes(size))
  for (let node = 0; node < size; node++) {
    logProbability[node] = restore(logProbability[node] as number)
    backoff[node] = restore(backoff[node] as number)
  }
  return createNgramModel({ order, parent, word, logProbability, backoff, unknown }, find)
}
