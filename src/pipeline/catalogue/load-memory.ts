import type { Locale } from '../../model.ts'
import type { LinkReplacement } from '../../syntax/rewrite-url.ts'
import { createMemory, type Memory } from '../../translate/create-memory.ts'
import { rememberPage } from '../../translate/remember-page.ts'
import type { CatalogueFiles } from './catalogue-files.ts'
import { readCatalogue } from './read-catalogue.ts'

/**
 * The translation memory of a target locale: what every page of its catalogue knew when the run began.
 *
 * @param left page paths of pages that are left out: what they know now is learnt apart
 */
export async function loadMemory(
  files: CatalogueFiles,
  locale: Locale,
  links: readonly LinkReplacement[],
  left: ReadonlySet<string>,
): Promise<Memory> {
  const memory = createMemory()
  for await (const { page, known } of readCatalogue(files, locale, links))
    if (!left.has(page)) rememberPage(memory, known)
  return memory
}
