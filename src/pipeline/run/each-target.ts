import type { PageFile } from '../../config/page-file.ts'
import type { Diagnostic, Locale } from '../../model.ts'
import { compareOnly } from '../files/compare-only.ts'
import { carryMoves } from '../move/carry-moves.ts'
import { findMoves } from '../move/find-moves.ts'
import type { Project } from '../project/open-project.ts'
import { openPages } from './open-pages.ts'
import { openRunFiles } from './open-run-files.ts'
import { openTools } from './open-tools.ts'
import type { TargetInHand } from './page-in-hand.ts'
import { takeInTarget } from './take-in-target.ts'

/** Pages that are in memory at a time. */
const windowSize = 64

/** A page's side of a locale as the files are now, or what is wrong with the page. */
export type EachTarget =
  | { readonly type: 'target'; readonly target: TargetInHand }
  | { readonly type: 'refused'; readonly diagnostics: readonly Diagnostic[] }

/**
 * Every page in every locale, page by page: sources that changed or were renamed and pages that were edited since the
 * last run are seen, and nothing is written. What is given is to be used before the next is asked for.
 */
export async function* eachTarget(
  project: Project,
  pages: readonly PageFile[],
  locales: readonly Locale[],
): AsyncGenerator<EachTarget> {
  const files = await openRunFiles(project, compareOnly)
  await carryMoves(files, await findMoves(files, pages), locales, false)
  const tools = await openTools(files, pages.length)
  try {
    for (let start = 0; start < pages.length; start += windowSize) {
      const opened = await openPages(tools, pages.slice(start, start + windowSize))
      for (const { diagnostics } of opened.refused) yield { type: 'refused', diagnostics }
      for (const page of opened.pages) {
        for (const locale of locales) yield await takeInTarget(tools, { locale, isTestRun: false }, page)
        tools.work.close(page.file.page)
        tools.catalogue.forget(page.file.page)
      }
    }
  } finally {
    await tools.work.end()
  }
}
