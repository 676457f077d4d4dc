import type { Locale } from '../model.ts'
import { fileIn } from './file-in.ts'
import type { PageFile } from './page-file.ts'

/** The page path of each file that pages have in some locales. */
export function pagesByFile(
  pages: readonly PageFile[],
  locales: readonly Locale[],
): ReadonlyMap<string, string> {
  return new Map(pages.flatMap(page => locales.map(locale => [fileIn(page, locale), page.page] as const)))
}
