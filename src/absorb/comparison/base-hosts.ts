import type { Role, Syntax } from '../../model.ts'
import { gapDigest } from '../../syntax/gap-digest.ts'
import { absenceOf } from '../base/absence-of.ts'
import { parseGapRecord } from '../base/gap-record.ts'
import type { BaseSegment, PageBase } from '../base/page-base.ts'
import { plainKey } from '../base/plain-key.ts'
import { writtenDigest } from '../base/written-digest.ts'
import type { BaseHost } from './base-host.ts'
import type { HostSegment } from './host-segment.ts'
import { identityTextOf } from './identity-text.ts'

const holeRoles: ReadonlySet<string> = new Set<Role>(['alt', 'title', 'attribute'])

/**
 * The segments of the page as last written, those in holes put with their hosts.
 *
 * The base has no units: that a sentence continues the unit of the one before shows in the gap between them, which is
 * one that the two pages have inside units as well. For a segment that was never written, the source's unit tells.
 */
export function baseHosts(
  base: PageBase,
  edited: readonly HostSegment[],
  source: readonly HostSegment[],
): readonly BaseHost[] {
  const context = contextOf(edited, source)
  const written = writtenTexts(edited)
  const hosts: (BaseHost & { readonly holes: number[] })[] = []
  for (const [index, segment] of base.segments.entries()) {
    const role = segment.key.slice(0, segment.key.indexOf('.'))
    const host = hosts[hosts.length - 1]
    if (host !== undefined && isHole(segment, role, context)) {
      host.holes.push(index)
      continue
    }
    const gap = parseGapRecord(segment.gap)
    const page = gap === undefined || gap === 'absent' ? undefined : gap.page
    const continues =
      page === undefined ? context.continuing.has(plainKey(segment.key)) : context.innerGaps.has(page)
    const text = identityTextOf(written(segment), context.syntaxes.get(role) ?? 'markdown')
    hosts.push({ index, segment, role, text, starts: host === undefined || !continues, gap, holes: [] })
  }
  return hosts
}

/** The gap before a segment in a hole is empty; where none is known, the source tells. */
function isHole({ key, gap }: BaseSegment, role: string, { inHoles }: Context): boolean {
  const isUnknown = gap === undefined || absenceOf(gap) !== undefined
  return holeRoles.has(role) && (isUnknown ? inHoles.has(plainKey(key)) : gap === noGap)
}

const noGap = gapDigest('')

interface Context {
  /** Digests of the gaps between two segments of a unit. */
  readonly innerGaps: ReadonlySet<string>
  /** Keys of the source's segments that are not the first of their unit. */
  readonly continuing: ReadonlySet<string>
  /** Keys of those that are in holes. */
  readonly inHoles: ReadonlySet<string>
  readonly syntaxes: ReadonlyMap<string, Syntax>
}

function contextOf(edited: readonly HostSegment[], source: readonly HostSegment[]): Context {
  const innerGaps = new Set([' '])
  const continuing = new Set<string>()
  const syntaxes = new Map<string, Syntax>()
  for (const { unit, gap, starts } of [...source, ...edited]) {
    if (!starts) innerGaps.add(gap)
    syntaxes.set(unit.role, unit.syntax)
  }
  for (const { segment, starts } of source) if (!starts) continuing.add(segment.key)
  const inHoles = new Set(source.flatMap(({ holes }) => holes.map(hole => hole.segment.key)))
  return { innerGaps: new Set([...innerGaps].map(gapDigest)), continuing, inHoles, syntaxes }
}

/** What stood on the page: found again by its digest when the catalogue has changed since. */
function writtenTexts(edited: readonly HostSegment[]): (segment: BaseSegment) => string {
  const onPage = new Set(edited.map(host => host.segment.fragment))
  let byDigest: ReadonlyMap<string, string> | undefined
  return ({ source, target = source, written }) => {
    if (written === undefined || onPage.has(target) || written === writtenDigest(target)) return target
    if (written === writtenDigest(source)) return source
    byDigest ??= new Map([...onPage].map(fragment => [writtenDigest(fragment), fragment]))
    return byDigest.get(written) ?? target
  }
}
