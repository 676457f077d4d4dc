import type { PageFile } from '../../config/page-file.ts'
import { noLinks } from '../site/no-links.ts'
import type { PageLinks } from '../site/page-links.ts'
import type { LocaleRun } from './locale-run.ts'
import type { RunFiles } from './run-tools.ts'

/** The links that a page is to have as the files are; the test engines keep every byte that is not text. */
export function linksNow(
  { site }: Pick<RunFiles, 'site'>,
  { locale, isTestRun }: Pick<LocaleRun, 'locale' | 'isTestRun'>,
  { page }: PageFile,
): PageLinks {
  return isTestRun ? noLinks : site.linksOf(page, locale)
}
