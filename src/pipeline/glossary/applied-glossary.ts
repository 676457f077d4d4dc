import { join } from 'node:path'
import type { Locale } from '../../model.ts'
import { readIfThere } from '../files/read-if-there.ts'
import { writeAtomically } from '../files/write-atomically.ts'

/**
 * The glossary that a locale's targets were made with, as far as this machine knows: what a change is compared with. It
 * stays as it is until `glossary impact` has dealt with the change.
 *
 * @param cache the project's `.verso` folder
 * @returns undefined when it is not known
 */
export function readAppliedGlossary(cache: string, locale: Locale): string | undefined {
  return readIfThere(fileOf(cache, locale)) ?? undefined
}

/** Remembers the glossary of a first run; `replace`: of a change that was dealt with. */
export function keepAppliedGlossary(cache: string, locale: Locale, text: string, replace = false): void {
  const file = fileOf(cache, locale)
  if (replace || readIfThere(file) === null) writeAtomically(file, text)
}

function fileOf(cache: string, locale: Locale): string {
  return join(cache, `glossary.${locale}.yaml`)
}
