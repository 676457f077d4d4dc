import type { PageTargets, Skeleton } from '../../model.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { occurrenceKeys } from './occurrence-keys.ts'
import { orphansOf } from './orphans-of.ts'
import type { BaseSegment, PageBase } from './page-base.ts'
import { plainKey } from './plain-key.ts'

/** A segment of the page as last written, in a list that others are put into. */
interface Node {
  readonly key: string
  readonly fragment: string
  next: Node | undefined
}

/**
 * The page as last written, from what the catalogue keeps of it.
 *
 * The catalogue lists a key once, in page order, with a gap for each of the segments that share it. Where the others of
 * them stood is not kept: they are put where the source has them now, after what is before them there.
 *
 * @param page before anything of this run went into it
 * @param oldSource the texts of the source resource that it belongs to
 * @param source the page's source as it is now
 * @returns without a segment that has a target or a gap, and without a `tail`, for a page that the catalogue knows nothing of
 */
export function readPageBase(
  page: PageTargets,
  oldSource: ReadonlyMap<string, string>,
  source: Skeleton,
): PageBase {
  const segments: BaseSegment[] = []
  // Those of a key's occurrences, in page order.
  const gaps = new Map<string, Iterator<string, undefined>>()
  for (let node = listSegments(page, oldSource, source); node !== undefined; node = node.next) {
    const own = gaps.get(node.key) ?? gapsOfKey(page, node.key)
    gaps.set(node.key, own)
    segments.push(segmentOf(page, node, own.next().value))
  }
  const base = { segments: [...segments, ...orphansOf(page)], diverged: page.diverged }
  return page.tail === undefined ? base : { ...base, tail: page.tail }
}

function listSegments(
  page: PageTargets,
  oldSource: ReadonlyMap<string, string>,
  source: Skeleton,
): Node | undefined {
  const head: Node = { key: '', fragment: '', next: undefined }
  const firsts = new Map<string, Node>()
  let last = head
  for (const [key, fragment] of oldSource) {
    if (!isSegmentKey(key)) continue
    last.next = { key, fragment, next: undefined }
    last = last.next
    firsts.set(key, last)
  }
  const now = keysNow(page, source)
  const counts = countByKey(page, now)
  const open = new Map([...firsts.keys()].map(key => [key, (counts.get(key) ?? 1) - 1]))
  const placed = new Map<string, Node>()
  const placeAfter = (node: Node, { key, fragment }: Node): Node => {
    const other = { key, fragment, next: node.next }
    node.next = other
    open.set(key, (open.get(key) ?? 0) - 1)
    return other
  }
  const isStill = new Set(now)
  let before = head
  let unknown = 0
  for (const key of now) {
    const first = firsts.get(key)
    if (first === undefined) {
      unknown += 1
      continue
    }
    const isFirst = !placed.has(key)
    if (!isFirst && (open.get(key) ?? 0) <= 0) continue
    before = isFirst ? first : placeAfter(passChanged(before, unknown, isStill), first)
    placed.set(key, before)
    unknown = 0
  }
  for (const [key, first] of firsts) {
    for (let left = open.get(key) ?? 0; left > 0; left--) placeAfter(placed.get(key) ?? first, first)
  }
  return head.next
}

/** Passes the segments that the source has no more, as many at most as it has new ones here: they may be those, changed. */
function passChanged(node: Node, count: number, isStill: ReadonlySet<string>): Node {
  let last = node
  for (let left = count; left > 0 && last.next !== undefined && !isStill.has(last.next.key); left--) {
    last = last.next
  }
  return last
}

/** Under which key the catalogue keeps each of the source's segments. */
function keysNow(page: PageTargets, source: Skeleton): readonly string[] {
  return occurrenceKeys(segmentsOf(source).map(segment => segment.key)).map(own =>
    page.targets.has(own) || page.states.has(own) ? own : plainKey(own),
  )
}

/** How many segments shared each key: as many as have a gap, or as there are now. */
function countByKey(page: PageTargets, now: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of now) counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { key, gap } of page.states.values())
    if (gap !== undefined) counts.set(key, gap.split(' ').length)
  return counts
}

function isSegmentKey(key: string): boolean {
  return /^[A-Za-z]+\.[a-z2-7]{10}(?:~\d+)?$/.test(key)
}

function gapsOfKey({ states }: PageTargets, key: string): Iterator<string, undefined> {
  return (states.get(key)?.gap?.split(' ') ?? []).values()
}

function segmentOf(page: PageTargets, { key, fragment }: Node, gap: string | undefined): BaseSegment {
  const state = page.states.get(key)
  const target = page.targets.get(key)
  return {
    key,
    source: fragment,
    state: state?.state ?? 'initial',
    ...(target === undefined ? {} : { target }),
    ...(gap === undefined ? {} : { gap }),
    ...(state?.written === undefined ? {} : { written: state.written }),
  }
}
