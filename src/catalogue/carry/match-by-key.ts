import type { MatchSet } from './match-set.ts'
import type { OldSegment } from './old-segment.ts'

/** The nearest segments before and after that stand once on a page, by their keys. */
interface Surroundings {
  readonly before: readonly (string | undefined)[]
  readonly after: readonly (string | undefined)[]
}

/** Pairs of occurrences and variants that are weighed; beyond, occurrences are told apart by their order alone. */
const pairLimit = 10_000

/**
 * First step: segments whose key the page had before continue what stood under it. Where equal segments had targets of
 * their own, the segments around them tell which is which after a move.
 */
export function matchByKey(set: MatchSet): void {
  const isUnique = (key: string) => set.groups.get(key)?.length === 1 && set.variants.get(key)?.length === 1
  const nows = lazily(() =>
    surroundings(
      set.segments.map(({ key }) => key),
      isUnique,
    ),
  )
  const thens = lazily(() => {
    const keys: string[] = []
    for (const { place, base } of set.olds) if (place !== undefined) keys[place] = base
    return surroundings(keys, isUnique)
  })
  for (const [key, indices] of set.groups) {
    const variants = set.variants.get(key) ?? []
    const [first] = variants
    if (!first) continue
    if (variants.length > 1) matchVariants(set, indices, variants, (old, n) => weigh(thens(), old, nows(), n))
    for (const n of indices) if (!set.matches[n]) set.take(n, { relation: 'kept', olds: [first] })
  }
}

function lazily<Value>(make: () => Value): () => Value {
  let value: Value | undefined
  return () => {
    value ??= make()
    return value
  }
}

function surroundings(keys: readonly string[], isUnique: (key: string) => boolean): Surroundings {
  const before: (string | undefined)[] = []
  const after: (string | undefined)[] = []
  let last: string | undefined
  for (const [n, key] of keys.entries()) {
    before[n] = last
    if (isUnique(key)) last = key
  }
  last = undefined
  for (let n = keys.length - 1; n >= 0; n -= 1) {
    const key = keys[n] ?? ''
    after[n] = last
    if (isUnique(key)) last = key
  }
  return { before, after }
}

/** What stands before counts more than what comes after, and both more than to stand at an end of the page. */
function weigh(thens: Surroundings, { place }: OldSegment, nows: Surroundings, n: number): number {
  if (place === undefined) return 0
  const score = (then: string | undefined, now: string | undefined, worth: number) => {
    if (then !== now) return 0
    return then === undefined ? 1 : worth
  }
  return score(thens.before[place], nows.before[n], 4) + score(thens.after[place], nows.after[n], 3)
}

function matchVariants(
  set: MatchSet,
  indices: readonly number[],
  variants: readonly OldSegment[],
  weightOf: (old: OldSegment, n: number) => number,
): void {
  const canWeigh = indices.length * variants.length <= pairLimit
  const pairs = variants.flatMap(old => {
    const candidates = canWeigh
      ? [...indices.entries()]
      : [[old.ordinal - 1, indices[old.ordinal - 1]] as const]
    return candidates.flatMap(([o, n]) => {
      if (n === undefined) return []
      const shift = Math.abs(old.ordinal - 1 - o)
      const weight = canWeigh ? weightOf(old, n) : 0
      // An orphan whose number is no longer beyond the page's occurrences: one of them is back.
      const isBack = old.place === undefined && old.ordinal <= indices.length
      return weight > 0 || shift === 0 || isBack ? [{ old, n, weight, shift }] : []
    })
  })
  pairs.sort((a, b) => b.weight - a.weight || a.shift - b.shift || a.old.ordinal - b.old.ordinal)
  for (const { old, n } of pairs) {
    if (!set.matches[n] && !set.isUsed(old)) set.take(n, { relation: 'kept', olds: [old] })
  }
}
