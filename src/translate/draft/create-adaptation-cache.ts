import { createHash } from 'node:crypto'
import type { Adaptation } from './adaptation.ts'
import type { BaseModel } from './base-model.ts'
import { type AdaptationInput, type MemoryPair, trainAdaptation } from './train-adaptation.ts'

/** Gives the adaptation for an input; the last one is kept. */
export type AdaptationCache = (input: AdaptationInput) => Adaptation

/** Up to this share of pairs changed, the adaptation is updated in place; beyond, it is learned anew. */
const FEW = 0.05

/**
 * Keeps the last adaptation by the hash of what it was learned from: an equal input costs nothing, one in which few
 * pairs changed an update, any other a training.
 */
export function createAdaptationCache(base?: BaseModel): AdaptationCache {
  let kept:
    | { readonly adaptation: Adaptation; readonly locales: string; readonly pairs: Map<string, MemoryPair> }
    | undefined
  let digest = ''
  return input => {
    const pairs = byContent(input.pairs)
    const locales = `${input.source} ${input.target}`
    const own = createHash('sha256').update(locales)
    for (const key of [...pairs.keys()].sort()) own.update(key)
    const next = own.digest('hex')
    if (kept !== undefined && next === digest) return kept.adaptation
    digest = next
    if (kept?.locales === locales) {
      const old = kept.pairs
      const removed = [...old].flatMap(([key, pair]) => (pairs.has(key) ? [] : [pair]))
      const added = [...pairs].flatMap(([key, pair]) => (old.has(key) ? [] : [pair]))
      if (removed.length + added.length <= FEW * old.size) {
        kept.adaptation.update({ removed, added })
        kept = { ...kept, pairs }
        return kept.adaptation
      }
    }
    kept = { adaptation: trainAdaptation({ ...input, pairs: [...pairs.values()] }, base), locales, pairs }
    return kept.adaptation
  }
}

/** Pairs by what they say; equal ones are numbered, since a pair counts as often as it stands there. */
function byContent(pairs: readonly MemoryPair[]): Map<string, MemoryPair> {
  const found = new Map<string, MemoryPair>()
  const seen = new Map<string, number>()
  for (const pair of pairs) {
    const content = JSON.stringify(pair)
    const number = seen.get(content) ?? 0
    seen.set(content, number + 1)
    found.set(`${content} ${number}`, pair)
  }
  return found
}
