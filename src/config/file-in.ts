import type { Locale } from '../model.ts'
import type { PageFile } from './page-file.ts'

/** The file of a page in another locale. For its own locale, the very file it was found as. */
export function fileIn({ before, after }: PageFile, locale: Locale): string {
  return before + locale + after
}
