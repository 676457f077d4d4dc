import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Locale } from '../../model.ts'
import type { Project } from '../open-project.ts'

/**
 * Name of a project's glossary at DeepL, by which it is found again: the configuration's, else the name in the
 * project's `package.json`, else its folder's. DeepL's glossaries know no regions: each regional target has its own.
 */
export function glossaryName({ root, config }: Pick<Project, 'root' | 'config'>, locale: Locale): string {
  const name = config.engines.deepl.glossary ?? packageName(root) ?? basename(root)
  return locale.includes('-') ? `Verso: ${name} (${locale})` : `Verso: ${name}`
}

function packageName(root: string): string | undefined {
  try {
    const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return typeof name === 'string' && name !== '' ? name : undefined
  } catch {
    return undefined
  }
}
