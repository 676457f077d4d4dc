import { join } from 'node:path'
import { glob } from 'tinyglobby'
import type { Locale } from '../../model.ts'
import type { Project } from '../project/open-project.ts'

/** Page paths that have a resource in a locale, in the order of their code units. */
export async function cataloguePages(
  { root, config }: Pick<Project, 'root' | 'config'>,
  locale: Locale,
): Promise<readonly string[]> {
  const files = await glob('**/*.json', {
    cwd: join(root, config.catalogue, locale),
    expandDirectories: false,
  })
  return files.map(file => file.slice(0, -'.json'.length)).toSorted()
}
