import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkLocale } from '../../config/check-locale.ts'
import type { Locale } from '../../model.ts'
import type { Project } from '../project/open-project.ts'

/** The target locales that the catalogue has a folder of, sorted. */
export function catalogueLocales({ root, config }: Project): readonly Locale[] {
  try {
    return readdirSync(join(root, config.catalogue), { withFileTypes: true })
      .filter(entry => entry.isDirectory() && checkLocale(entry.name) === undefined)
      .map(({ name }) => name)
      .filter(name => name !== config.source)
      .toSorted()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
