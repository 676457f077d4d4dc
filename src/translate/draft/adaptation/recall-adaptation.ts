import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import type { BaseModel } from '../base/base-model.ts'
import type { Adaptation } from './adaptation.ts'
import type { AdaptationState } from './adaptation-state.ts'
import { openAdaptation, pairKey } from './open-adaptation.ts'
import { type AdaptationInput, type MemoryPair, trainAdaptation } from './train-adaptation.ts'

/** An adaptation, and what to keep for the next run; nothing where what was kept still holds. */
interface Recalled {
  readonly adaptation: Adaptation
  readonly keep?: Uint8Array
}

interface Kept {
  readonly stamp: string
  /** Digest of the texts that have no source. */
  readonly texts: string
  /** Keys of the pairs, sorted: those that are too long to learn from as well. */
  readonly keys: readonly string[]
  /** Pairs that came or went since all of it was learned. */
  readonly drift: number
  readonly state: AdaptationState
}

/** Up to this share of pairs changed, the adaptation is updated in place; beyond, it is learned anew. */
const FEW = 0.05
const DIGEST_BYTES = 32

/**
 * The adaptation for an input, from what an earlier run kept wherever that holds: for an equal input as it is, for one in
 * which few pairs changed by an update in place. What is damaged, or of another release or base model, is learned anew.
 *
 * @param stamp stands for the release and the base model
 * @param kept what an earlier run gave to keep
 */
export function recallAdaptation(
  input: AdaptationInput,
  base: BaseModel | undefined,
  stamp: string,
  kept: Uint8Array | undefined,
): Recalled {
  const own = `${stamp} ${input.source} ${input.target}`
  const texts = digestOf(JSON.stringify(input.targetTexts)).toString('base64')
  const byKey = new Map<string, MemoryPair[]>()
  for (const pair of input.pairs) {
    const key = pairKey(pair)
    byKey.set(key, [...(byKey.get(key) ?? []), pair])
  }
  const keys = [...byKey].flatMap(([key, pairs]) => pairs.map(() => key)).sort()
  const before = kept === undefined ? undefined : unpack(kept)
  if (before !== undefined && before.stamp === own && before.texts === texts) {
    const removed = without(before.keys, keys)
    const fresh = without(keys, before.keys)
    const drift = before.drift + removed.length + fresh.length
    if (removed.length + fresh.length === 0) return { adaptation: openAdaptation(before.state, base) }
    if (drift <= FEW * before.keys.length) {
      const adaptation = openAdaptation(before.state, base)
      adaptation.update({ removed, added: fresh.flatMap(key => byKey.get(key)?.shift() ?? []) })
      return { adaptation, keep: pack({ stamp: own, texts, keys, drift, state: adaptation.state() }) }
    }
  }
  const adaptation = trainAdaptation(input, base)
  return { adaptation, keep: pack({ stamp: own, texts, keys, drift: 0, state: adaptation.state() }) }
}

/** What a sorted list has more of than another. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const more: string[] = []
  let at = 0
  for (const key of list) {
    while (at < other.length && (other[at] as string) < key) at++
    if (other[at] === key) at++
    else more.push(key)
  }
  return more
}

function pack(kept: Kept): Uint8Array {
  const body = serialize(kept)
  return Buffer.concat([digestOf(body), body])
}

function unpack(bytes: Uint8Array): Kept | undefined {
  const body = bytes.subarray(DIGEST_BYTES)
  if (!digestOf(body).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined
  try {
    return deserialize(body) as Kept
  } catch {
    // Another release of Node may write it in another way.
    return undefined
  }
}

function digestOf(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}
