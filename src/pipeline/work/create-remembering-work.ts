import { createRecent } from './create-recent.ts'
import type { Composed, Extraction, PageWork } from './page-work.ts'

/** Of each page that is remembered: its target page, before a change and after it, and one more of each to go back to. */
const textsOfPage = 4

/**
 * Work whose last results are remembered: a page that is read again is not taken apart again, nor put together again
 * with the same targets. For programs that stay open; a run does everything once.
 *
 * @param pages how many pages are remembered: as many as are in hand at a time, or more
 */
export function createRememberingWork(work: PageWork, pages: number): PageWork {
  const open = createRecent<{ readonly key: string; readonly extraction: Promise<Extraction> }>(
    pages,
    work.close,
  )
  const extractions = createRecent<Promise<Extraction>>(pages * textsOfPage)
  const compositions = createRecent<Promise<Composed>>(pages * textsOfPage)
  return {
    open(page, text, options) {
      const key = JSON.stringify([text, options])
      const known = open.get(page)
      if (known?.key === key) return known.extraction
      return open.set(page, { key, extraction: work.open(page, text, options) }).extraction
    },
    extract(text, options) {
      const key = JSON.stringify([text, options])
      return extractions.get(key) ?? extractions.set(key, work.extract(text, options))
    },
    compose(composition) {
      const { page, confirmed } = composition
      const key = JSON.stringify([open.get(page)?.key, { ...composition, confirmed: [...confirmed] }])
      return compositions.get(key) ?? compositions.set(key, work.compose(composition))
    },
    // A page stays open for as long as it is remembered.
    close: () => undefined,
    async end() {
      open.clear()
      extractions.clear()
      compositions.clear()
      await work.end()
    },
  }
}
