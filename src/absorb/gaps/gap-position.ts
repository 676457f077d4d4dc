/**
 * Whose gap sets a host off from what is before it on the page: its own, or that of the first one in its unit when those
 * between are not on the page.
 *
 * @param hosts of a page; the position after the last one is the page's end
 * @param isOnPage whether the host at a position has a match
 */
export function gapPosition(
  hosts: readonly { readonly starts: boolean }[],
  position: number,
  isOnPage: (position: number) => boolean,
): number {
  let start = position
  while (hosts[start]?.starts === false && !isOnPage(start - 1)) start -= 1
  return (hosts[start]?.starts ?? true) ? start : position
}
