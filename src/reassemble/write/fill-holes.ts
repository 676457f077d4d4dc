import type { Segment, Span } from '../../model.ts'
import type { Inline } from '../../syntax/inlines/inline.ts'
import { applyEdits, type Edit } from './apply-edits.ts'
import { type HoleSite, holeSitesOf } from './hole-site.ts'

/** A text inside the markup of a segment, with what is to stand there; undefined: what stands there already. */
export interface FilledSite extends HoleSite {
  readonly text: string | undefined
}

/**
 * The texts inside the markup of a segment's fragment with their translations.
 *
 * @param items the inlines of the fragment
 * @param written what the units in the holes of its codes are written as, in order; undefined for one that stays
 */
export function fillHoles(
  segment: Segment,
  items: readonly Inline[],
  written: readonly (string | undefined)[],
): readonly FilledSite[] {
  const edits = unitSpans(segment, items).flatMap((span, order): readonly Edit[] => {
    const text = written[order]
    return text === undefined ? [] : [{ ...span, text }]
  })
  let next = 0
  return holeSitesOf(segment.fragment, items).map(site => {
    const inside: Edit[] = []
    for (let edit = edits[next]; edit !== undefined && edit.end <= site.end; edit = edits[++next]) {
      inside.push({ ...edit, start: edit.start - site.start, end: edit.end - site.start })
    }
    const stands = segment.fragment.slice(site.start, site.end)
    return { ...site, text: inside.length === 0 ? undefined : applyEdits(stands, inside) }
  })
}

/**
 * Where the units in the holes of a segment's codes stand in its fragment; nowhere when the fragment alone reads in
 * another way than on its page. Every code is one inline or several.
 */
function unitSpans({ fragment, pattern }: Segment, items: readonly Inline[]): readonly Span[] {
  const spans: Span[] = []
  let next = 0
  for (const item of pattern) {
    if (typeof item === 'string') continue
    while (items[next]?.type === 'text' || items[next]?.type === 'fold') next++
    const start = items[next]?.start ?? fragment.length
    if (!fragment.startsWith(item.literal, start)) return []
    for (const hole of item.holes ?? []) spans.push({ start: start + hole.start, end: start + hole.end })
    while ((items[next]?.start ?? fragment.length) < start + item.literal.length) next++
  }
  return spans
}
