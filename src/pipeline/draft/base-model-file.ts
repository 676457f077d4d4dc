import { fileURLToPath } from 'node:url'
import type { Locale } from '../../model.ts'
import { packageFile } from '../package-file.ts'

/** Where the base model of two languages is, if the project ships one. */
export function baseModelFile(
  source: Locale,
  target: Locale,
): { readonly path: string; readonly name: string } {
  const name = `models/${languageOf(source)}-${languageOf(target)}.model`
  return { path: fileURLToPath(packageFile(name)), name }
}

function languageOf(locale: Locale): string {
  return locale.split('-')[0]?.toLowerCase() ?? locale
}
