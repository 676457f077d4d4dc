/** The page that is shown: taking it in, listing its segments, and the address. */

import type { PageSummary, PageView } from '../../../src/pipeline/review/review-view.ts'
import { matchesFilter } from '../filters.ts'
import { active, filter, listed, pageName, project, segments, view } from './state.ts'

/** The address follows once the reviewer stays for so long, in ms: browsers take their time to change it. */
const addressPause = 250

let addressing: ReturnType<typeof setTimeout> | undefined

/** How far pages have come, to be shown together: they come by the hundred while pages are read, in ms. */
const summaryPause = 100

const summaries = new Map<string, PageSummary>()

/** Takes in a page as it is now, without moving anything. */
export function enter(next: PageView): void {
  view.value = next
  summaries.set(next.summary.page, next.summary)
  updateSummaries()
}

export function relist(): void {
  listed.value = segments.value
    .filter(segment => matchesFilter(segment, filter.value))
    .map(({ index }) => index)
}

export function activate(index: number): void {
  active.value = index
  clearTimeout(addressing)
  addressing = setTimeout(() => {
    const hash = `#${encodeURIComponent(pageName.value)}:${index}`
    if (location.hash !== hash) history.replaceState(null, '', hash)
  }, addressPause)
}

/** Shows how far a page has come, with what else comes in the same moment. */
export function takeSummary(summary: PageSummary): void {
  if (summaries.size === 0) setTimeout(updateSummaries, summaryPause)
  summaries.set(summary.page, summary)
}

function updateSummaries(): void {
  const current = project.value
  if (current === undefined) return
  const pages = current.pages.map(page => {
    const summary = summaries.get(page.page)
    return summary === undefined ? page : { ...page, summary }
  })
  summaries.clear()
  project.value = { ...current, pages }
}
