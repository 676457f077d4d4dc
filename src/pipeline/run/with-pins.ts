import { headingAnchors } from '../../check/heading-anchors.ts'
import type { Skeleton, Verbatim } from '../../model.ts'

/**
 * A skeleton with ids for headings that have none, right after their texts.
 *
 * @param pins anchors of headings: those of others are passed over
 */
export function withPins(skeleton: Skeleton, pins: readonly string[]): Skeleton {
  if (pins.length === 0) return skeleton
  const ids = new Map<number, string>()
  for (const { anchor, isId, part } of headingAnchors(skeleton)) {
    if (!isId && part !== undefined && pins.includes(anchor)) ids.set(part, anchor)
  }
  const parts = skeleton.parts.flatMap((part, index): Skeleton['parts'] => {
    const [own, before] = [ids.get(index), ids.get(index - 1)]
    if (own !== undefined && skeleton.parts[index + 1]?.type !== 'verbatim') return [part, mark(own)]
    return before !== undefined && part.type === 'verbatim'
      ? [{ ...part, raw: `${mark(before).raw}${part.raw}` }]
      : [part]
  })
  return { ...skeleton, parts }
}

function mark(id: string): Verbatim {
  return { type: 'verbatim', raw: ` {#${id}}` }
}
