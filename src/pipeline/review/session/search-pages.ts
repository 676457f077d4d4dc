import type { PageView, SearchHit, SearchResult } from '../review-view.ts'

const listed = 200

/**
 * Segments of which the source or the target holds the query, in any letter case, with or without accents, in page
 * order.
 *
 * @param viewOf a page, if it was read
 * @param pages all page paths, in the order of the list
 */
export function searchPages(
  viewOf: (page: string) => PageView | undefined,
  pages: Iterable<string>,
  query: string,
): SearchResult {
  const wanted = fold(query.trim())
  const hits: SearchHit[] = []
  let more = 0
  let unread = 0
  for (const page of pages) {
    const view = viewOf(page)
    if (view === undefined) {
      unread++
      continue
    }
    if (wanted === '') continue
    for (const { index, fragment, targetFragment = '' } of view.segments) {
      if (!fold(`${fragment}\n${targetFragment}`).includes(wanted)) continue
      if (hits.length < listed) hits.push({ page, index, source: fragment, target: targetFragment })
      else more++
    }
  }
  return { hits, more, unread }
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’]/g, "'")
}
