import type { PageFile } from '../../config/page-file.ts'
import { linksNow } from './links-now.ts'
import type { LocaleRun } from './locale-run.ts'
import type { RunFiles } from './run-tools.ts'
import { stampPage } from './stamp-page.ts'

/** Whether nothing that a page's outcome in a locale depends on has changed since the last run. */
export function isUnchanged(files: RunFiles, run: LocaleRun, page: PageFile): boolean {
  const record = run.index.pages.get(page.page)
  if (record === undefined) return false
  const stamps = stampPage(files, page, run.locale, linksNow(files, run, page))
  return record.stamps.every((stamp, index) => stamp === stamps[index])
}
