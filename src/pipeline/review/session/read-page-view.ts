import type { PageFile } from '../../../config/page-file.ts'
import { stampPage } from '../../run/stamp-page.ts'
import { noLinks } from '../../site/no-links.ts'
import type { PageView } from '../review-view.ts'
import { problemView } from './problem-view.ts'
import { closePage, type ReviewedPage, readReviewedPage, targetLines } from './read-reviewed-page.ts'
import type { ReviewContext } from './review-context.ts'

/** A page as a reviewer sees it, and what its files were when it was read. */
export interface SeenPage {
  readonly view: PageView
  readonly stamp: string
}

/** A page in hand, and how it is seen. */
export interface ReadPage extends SeenPage {
  /** Undefined for a page that can't be worked on. */
  readonly reviewed: Extract<ReviewedPage, { type: 'page' }> | undefined
}

/**
 * Reads a page from its files as they are now, and lets go of it once it was used.
 *
 * @param known how the page was seen last: it is not looked through again when its files are still the same
 */
export async function withPage<Result>(
  context: ReviewContext,
  file: PageFile,
  known: SeenPage | undefined,
  use: (page: ReadPage) => Promise<Result>,
): Promise<Result> {
  const { tools, locale, viewer } = context
  // Taken first: a file that changes while it is read is then seen to have changed.
  const stamp = stampOf(context, file)
  try {
    const reviewed = await readReviewedPage(tools, locale, file)
    if (reviewed.type === 'refused') {
      return await use({ reviewed: undefined, view: problemView(file, reviewed.diagnostics), stamp })
    }
    const view =
      known?.stamp === stamp ? known.view : viewer.view(reviewed.target, await targetLines(tools, reviewed))
    return await use({ reviewed, view, stamp })
  } finally {
    closePage(tools, file.page)
  }
}

/** How a page is seen now. */
export function seePage(context: ReviewContext, file: PageFile): Promise<SeenPage> {
  return withPage(context, file, undefined, async ({ view, stamp }) => ({ view, stamp }))
}

/** What a page's files are. */
export function stampOf({ tools, locale }: ReviewContext, file: PageFile): string {
  return stampPage(tools, file, locale, noLinks).join(' ')
}
