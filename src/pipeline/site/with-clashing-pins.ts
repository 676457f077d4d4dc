import type { PageFileFacts } from './page-file-facts.ts'

type Anchors = NonNullable<PageFileFacts['anchors']>

/**
 * Anchors that are pinned as ids, and those of the headings whose translations' slugs would be the same: a link would
 * lead to whichever comes first.
 *
 * @param pins anchors of the source's headings
 */
export function withClashingPins(
  pins: readonly string[],
  source: Anchors,
  target: Anchors,
): readonly string[] {
  if (source.length !== target.length) return pins
  const clashing = source.flatMap(({ anchor, isId }, index) => {
    const slug = target[index]?.slug ?? ''
    return isId || pins.includes(anchor) || !pins.some(pin => isOf(pin, slug)) ? [] : [anchor]
  })
  return clashing.length === 0 ? pins : withClashingPins([...pins, ...clashing], source, target)
}

/** Whether an anchor is a slug, or one of those that are numbered because others have it too. */
function isOf(anchor: string, slug: string): boolean {
  return anchor === slug || (anchor.startsWith(`${slug}-`) && /^\d+$/.test(anchor.slice(slug.length + 1)))
}
