import type { PageFileFacts } from './page-file-facts.ts'

type Anchors = NonNullable<PageFileFacts['anchors']>

/**
 * The anchor in a translated page of the section that an anchor of its source names. Headings are told by their order;
 * where a page has more of them than its source, by their order between two ids that both have.
 *
 * @returns undefined where there is no such section
 */
export function localiseAnchor(source: Anchors, target: Anchors, anchor: string): string | undefined {
  const at = source.findIndex(one => one.anchor === anchor)
  if (at < 0) return undefined
  const shared = (one: Anchors[number]) =>
    one.isId && target.some(other => other.isId && other.anchor === one.anchor)
  if (source[at] !== undefined && shared(source[at])) return anchor
  const before = source.slice(0, at).findLastIndex(shared)
  const next = source.slice(at).findIndex(shared)
  const after = next < 0 ? source.length : at + next
  const place = (index: number, end: number) => {
    const id = source[index]?.anchor
    return id === undefined ? end : target.findIndex(one => one.isId && one.anchor === id)
  }
  const [from, to] = [place(before, -1), place(after, target.length)]
  return to - from === after - before ? target[from + at - before]?.anchor : undefined
}
