import type { PageTargets } from '../../model.ts'
import { inFrameOf } from '../../syntax/in-frame-of.ts'

/**
 * A target page's text as it is compared with what was written: with the line ends of its source where Verso writes the
 * page. One that was shaped by hand, or never written, is a person's to the last byte.
 *
 * @param source the source page's text
 * @param before what the catalogue has of the page
 */
export function framedText(source: string, text: string, { diverged, tail }: PageTargets): string {
  return diverged || tail === undefined ? text : inFrameOf(source, text)
}
