import type { PageFile } from '../../../config/page-file.ts'
import type { Diagnostic, Locale, Skeleton } from '../../../model.ts'
import { segmentsOf } from '../../../syntax/segments-of.ts'
import { extractOptions } from '../../project/extract-options.ts'
import { openPages } from '../../run/open-pages.ts'
import type { PageInHand, TargetInHand } from '../../run/page-in-hand.ts'
import type { RunTools } from '../../run/run-tools.ts'
import { takeInTarget } from '../../run/take-in-target.ts'

/** A page and its side of the target locale, as the files are now. */
export type ReviewedPage =
  | { readonly type: 'page'; readonly page: PageInHand; readonly target: TargetInHand }
  | { readonly type: 'refused'; readonly diagnostics: readonly Diagnostic[] }

/** Reads a page; the caller closes it (`closePage`) when it has done with it. */
export async function readReviewedPage(
  tools: RunTools,
  locale: Locale,
  file: PageFile,
): Promise<ReviewedPage> {
  const { pages, refused } = await openPages(tools, [file])
  const [page] = pages
  if (page === undefined) {
    return { type: 'refused', diagnostics: refused.flatMap(({ diagnostics }) => diagnostics) }
  }
  const taken = await takeInTarget(tools, { locale, isTestRun: false }, page)
  if (taken.type === 'refused') return taken
  return { type: 'page', page, target: taken.target }
}

export function closePage(tools: RunTools, page: string): void {
  tools.work.close(page)
  tools.catalogue.forget(page)
}

/**
 * The line of the target page at which each of the source's segments is, parallel to them; that of its block, where a
 * page is written from the source. Undefined where the segment is not on the page.
 */
export async function targetLines(
  { work, project }: RunTools,
  { page, target }: Extract<ReviewedPage, { type: 'page' }>,
): Promise<readonly (number | undefined)[]> {
  const { text, diverged, locale } = target
  if (text === undefined) return page.segments.map(({ position }) => position.line)
  if (diverged !== undefined) {
    const edited = segmentsOf(diverged.skeleton)
    const lines = new Map(
      diverged.alignment.places.flatMap(({ segments, on: [first] }) =>
        segments.map(index => [index, edited[first.index]?.position.line] as const),
      ),
    )
    return page.segments.map((_, index) => lines.get(index))
  }
  const { skeleton } = await work.extract(text, extractOptions(project.config, page.file, locale))
  const lines = unitsOf(skeleton).map(({ position }) => position.line)
  const units = unitsOf(page.skeleton)
  if (lines.length !== units.length) return page.segments.map(() => undefined)
  return units.flatMap((unit, n) => segmentsOf({ parts: [unit], title: '' }).map(() => lines[n]))
}

function unitsOf({ parts }: Skeleton) {
  return parts.filter(part => part.type === 'unit')
}
