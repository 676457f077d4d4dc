import type { Span } from '../../model.ts'
import type { Inline, InlineCode, InlineGap } from '../../syntax/inlines/inline.ts'
import { applyEdits } from './apply-edits.ts'

/** A text inside the markup of a fragment. Offsets are the fragment's. */
export interface HoleSite extends Span {
  /** What tells its markup from other markup: all of it but the texts inside. */
  readonly carrier: string
  readonly kind: string
}

/** The texts inside the markup of a fragment, in order. */
export function holeSitesOf(fragment: string, items: readonly Inline[]): readonly HoleSite[] {
  return items.flatMap(item => {
    if ((item.type !== 'code' && item.type !== 'gap') || item.holes.length === 0) return []
    const kind = item.type === 'code' ? item.kind : 'gap'
    const markup = withoutHoles(fragment, item)
    return item.holes.map(({ start, end, role }, order) => ({
      start,
      end,
      carrier: `${kind} ${role} ${order} ${markup}`,
      kind: `${kind} ${role}`,
    }))
  })
}

function withoutHoles(fragment: string, { start, end, holes }: InlineCode | InlineGap): string {
  const edits = holes.map(hole => ({ start: hole.start - start, end: hole.end - start, text: '' }))
  return applyEdits(fragment.slice(start, end), edits)
}
