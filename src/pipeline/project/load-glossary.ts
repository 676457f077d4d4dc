import { join } from 'node:path'
import { parseGlossary } from '../../config/parse-glossary.ts'
import type { Diagnostic, Glossary, Locale } from '../../model.ts'
import type { Project } from './open-project.ts'
import { readConfigText } from './read-config-text.ts'

/** A locale's glossary; an empty one when the file doesn't exist. */
export interface LoadedGlossary {
  readonly glossary: Glossary
  readonly diagnostics: readonly Diagnostic[]
  /** Part of what decides whether an earlier run still stands. */
  readonly text: string
}

/** @throws VersoError `config` for broken YAML or UTF-8, an unknown key or a wrong type */
export async function loadGlossary({ root, config }: Project, locale: Locale): Promise<LoadedGlossary> {
  const file = `${config.catalogue}/${locale}/glossary.yaml`
  const text = await readConfigText(join(root, file), file)
  return { ...parseGlossary(text, file), text: text ?? '' }
}
