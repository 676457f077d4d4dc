import type { Locale } from '../model.ts'
import type { LinkReplacement } from '../syntax/rewrite-links.ts'
import { createMemory, type Memory } from '../translate/create-memory.ts'
import { rememberPage } from '../translate/remember-page.ts'
import type { CatalogueFiles } from './catalogue-files.ts'
import type { Project } from './open-project.ts'
import { readCatalogue } from './read-catalogue.ts'

/** The translation memory of a target locale: what every page of its catalogue knows. */
export async function loadMemory(
  project: Project,
  files: CatalogueFiles,
  locale: Locale,
  links: readonly LinkReplacement[],
): Promise<Memory> {
  const memory = createMemory()
  for await (const { known } of readCatalogue(project, files, locale, links)) rememberPage(memory, known)
  return memory
}
