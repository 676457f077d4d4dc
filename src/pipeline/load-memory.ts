import type { Locale } from '../model.ts'
import type { LinkReplacement } from '../syntax/rewrite-url.ts'
import { createMemory, type Memory } from '../translate/create-memory.ts'
import { rememberPage } from '../translate/remember-page.ts'
import type { CatalogueFiles } from './catalogue-files.ts'
import { readCatalogue } from './read-catalogue.ts'

/** The translation memory of a target locale: what every page of its catalogue knew when the run began. */
export async function loadMemory(
  files: CatalogueFiles,
  locale: Locale,
  links: readonly LinkReplacement[],
): Promise<Memory> {
  const memory = createMemory()
  for await (const { known } of readCatalogue(files, locale, links)) rememberPage(memory, known)
  return memory
}
