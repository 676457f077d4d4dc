import type { Skeleton } from '../model.ts'
import type { BaseSegment, PageBase } from './base/page-base.ts'
import { comparePages } from './comparison/compare-pages.ts'
import type { HostSegment } from './comparison/host-segment.ts'
import type { PageComparison } from './comparison/page-comparison.ts'
import { compareGaps } from './gaps/compare-gaps.ts'

/** A page as last written, and what it was compared with. */
interface Compared {
  readonly base: PageBase
  readonly page: PageComparison
}

/**
 * Compares a page with what was last written, and with those of the source's new segments that a person has put on the
 * page already: who adds a paragraph to the source may add its translation to the page at the same time. Text that is
 * new on the page at the place of such a segment is taken for that, as the next run would if this one did not.
 */
export function withNewSegments(base: PageBase, edited: Skeleton, source: Skeleton): Compared {
  const page = comparePages(base, edited, source)
  const news = page.source.filter((_, position) => page.carried.from[position] === undefined)
  const known = knownText(base, page)
  const isSameText = page.edited.length <= page.matches.length + known.size
  if (news.length === 0 || isSameText) return { base, page }
  const wider = addSegments(base, page, news)
  const found = comparePages(wider, edited, source)
  const onPage = news.filter(host => isOnPage(found, host, known))
  if (onPage.length === 0) return { base, page }
  const narrower = addSegments(base, page, onPage)
  return { base: narrower, page: comparePages(narrower, edited, source) }
}

/** Positions among the edited page's hosts of text that stands for nothing of the source, and stood there before. */
function knownText(base: PageBase, page: PageComparison): ReadonlySet<number> {
  const findings = compareGaps(page, base.tail)
  return new Set(findings.flatMap(({ isKnown, unaligned }) => (isKnown ? unaligned : [])))
}

function isOnPage(page: PageComparison, { index }: HostSegment, known: ReadonlySet<number>): boolean {
  const position = page.source.findIndex(host => host.index === index)
  const match = page.matchOfBase[page.carried.from[position] ?? -1]
  return match !== undefined && !known.has(match.edited.start)
}

/** Puts segments of the source, and those in their holes, after what is before them there. */
function addSegments(base: PageBase, page: PageComparison, news: readonly HostSegment[]): PageBase {
  const isWanted = new Set(news)
  const after = new Map<number, BaseSegment[]>()
  let last = -1
  for (const [position, host] of page.source.entries()) {
    const from = page.base[page.carried.from[position] ?? -1]
    if (from !== undefined) last = from.holes.at(-1) ?? from.index
    if (!isWanted.has(host)) continue
    const added = [host, ...host.holes].map(
      ({ segment: { key, fragment } }): BaseSegment => ({
        key,
        source: fragment,
        state: 'initial',
        isNew: true,
      }),
    )
    after.set(last, [...(after.get(last) ?? []), ...added])
  }
  const segments = base.segments.flatMap((segment, index) => [segment, ...(after.get(index) ?? [])])
  return { ...base, segments: [...(after.get(-1) ?? []), ...segments] }
}
