import { createSimilarFinder } from '../../../review/create-similar-finder.ts'
import { parseFragment } from '../../../syntax/fragments/parse-fragment.ts'
import { patternText } from '../../../translate/pattern-text.ts'
import { definedOf } from '../../defined-of.ts'
import type { PageView, ReviewEvent, SearchResult, SuggestionView } from '../review-view.ts'
import type { SeenPage } from './read-page-view.ts'
import { searchPages } from './search-pages.ts'

const suggestionsShown = 3

/** The pages that were read, as they were seen last: what the list counts, search finds and suggestions come from. */
export interface Shelf {
  get(page: string): SeenPage | undefined
  /** Paths of all pages that were read. */
  pages(): readonly string[]
  put(page: string, seen: SeenPage): void
  /** What was seen of the page doesn't hold any more: it is to be read again. */
  drop(page: string): void
  /** Sentences of all pages that are like a segment, with their translations, the best first. */
  suggest(page: string, index: number): readonly SuggestionView[]
  /** @param pages all page paths, in the order of the list */
  search(pages: Iterable<string>, query: string): SearchResult
}

/** @param tell is told how far each page has come */
export function createShelf(tell: (event: ReviewEvent) => void): Shelf {
  const seen = new Map<string, SeenPage>()
  const finder = createSimilarFinder()
  return {
    get: page => seen.get(page),
    pages: () => [...seen.keys()],
    put(page, next) {
      seen.set(page, next)
      finder.set(page, knownPairs(next.view))
      tell({ type: 'summary', summary: next.view.summary })
    },
    drop(page) {
      seen.delete(page)
      finder.set(page, [])
    },
    suggest(page, index) {
      const segment = seen.get(page)?.view.segments[index]
      if (segment === undefined) return []
      return finder
        .find(patternText(segment.source), suggestionsShown + 1)
        .filter(({ pair }) => pair.target !== segment.targetFragment)
        .slice(0, suggestionsShown)
        .map(
          ({ pair, score }): SuggestionView => ({
            fragment: pair.target,
            pattern: parseFragment(pair.target, segment.syntax, { source: segment.source }),
            origin: 'memory',
            score,
            ...(score === 100 ? {} : { source: pair.fragment }),
          }),
        )
    },
    search: (pages, query) => searchPages(page => seen.get(page)?.view, pages, query),
  }
}

function knownPairs({ segments }: PageView) {
  return segments.flatMap(({ source, fragment, targetFragment, state, origin, change }) =>
    targetFragment === undefined || targetFragment === '' || change !== undefined
      ? []
      : [{ text: patternText(source), fragment, target: targetFragment, state, ...definedOf({ origin }) }],
  )
}
