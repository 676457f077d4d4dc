import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseGlossary } from '../config/parse-glossary.ts'
import type { Diagnostic, Glossary, Locale } from '../model.ts'
import type { Project } from './open-project.ts'

/** A locale's glossary; an empty one when the file doesn't exist. */
export interface LoadedGlossary {
  readonly glossary: Glossary
  readonly diagnostics: readonly Diagnostic[]
  /** Part of what decides whether an earlier run still stands. */
  readonly text: string
}

/** @throws VersoError `config` for broken YAML, an unknown key or a wrong type */
export async function loadGlossary({ root, config }: Project, locale: Locale): Promise<LoadedGlossary> {
  const file = `${config.catalogue}/${locale}/glossary.yaml`
  const text = await readFile(join(root, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return { ...parseGlossary(text, file), text: text ?? '' }
}
