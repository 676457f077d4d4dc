import { anchorPairs } from '../sequences/anchor-pairs.ts'
import { anchorsOf } from './anchors-of.ts'
import { isSameShape } from './is-same-shape.ts'
import type { UnitHosts } from './unit-hosts.ts'

/**
 * Aligns the units of a page with those of its source when nothing is known of how it came about: pairs of indices, and
 * only those that are certain.
 *
 * Anchors are units that hold the same unmistakable things once on each side: heading ids, image files, link targets,
 * code, numbers; or that say the same in both languages. Between two anchors, or an anchor and an end of the page, units are certain when they are as many and
 * of the same shapes.
 */
export function alignForeign(
  edited: readonly UnitHosts[],
  source: readonly UnitHosts[],
): readonly (readonly [edited: number, source: number])[] {
  const numbers = new Map<string, number>()
  const onPage = numbersOf(edited, numbers)
  const inSource = numbersOf(source, numbers)
  const pairs: (readonly [number, number])[] = []
  let e = 0
  let s = 0
  for (const [nextE, nextS] of [
    ...anchorPairs(onPage, inSource, () => 1),
    [edited.length, source.length] as const,
  ]) {
    const between = parallel(edited, source, [e, nextE], [s, nextS])
    pairs.push(...between)
    const [one, other] = [edited[nextE], source[nextS]]
    if (one !== undefined && other !== undefined && isSameShape(one, other)) pairs.push([nextE, nextS])
    e = nextE + 1
    s = nextS + 1
  }
  return pairs
}

/** Equal numbers for units with the same anchors, or of the same text when they have none. */
function numbersOf(units: readonly UnitHosts[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(units, unit => {
    const anchors = anchorsOf(unit)
    const { role } = unit.hosts[0].unit
    const text = unit.hosts.map(({ segment }) => segment.fragment).join(' ')
    const identity = anchors === '' ? `${role} says ${text}` : `${role} ${anchors}`
    const number = numbers.get(identity) ?? numbers.size
    numbers.set(identity, number)
    return number
  })
}

function parallel(
  edited: readonly UnitHosts[],
  source: readonly UnitHosts[],
  [e, nextE]: readonly [number, number],
  [s, nextS]: readonly [number, number],
): readonly (readonly [number, number])[] {
  if (nextE - e !== nextS - s) return []
  const pairs = Array.from({ length: nextE - e }, (_, index) => [e + index, s + index] as const)
  const isParallel = pairs.every(([one, other]) => {
    const [a, b] = [edited[one], source[other]]
    return a !== undefined && b !== undefined && isSameShape(a, b)
  })
  return isParallel ? pairs : []
}
