import { fileURLToPath } from 'node:url'
import type { Locale } from '../../model.ts'

/** Where the base model of two languages is, if the project ships one. The path is the same from `src/` and `dist/`. */
export function baseModelFile(
  source: Locale,
  target: Locale,
): { readonly path: string; readonly name: string } {
  const name = `models/${languageOf(source)}-${languageOf(target)}.model`
  return { path: fileURLToPath(new URL(`../../../${name}`, import.meta.url)), name }
}

function languageOf(locale: Locale): string {
  return locale.split('-')[0]?.toLowerCase() ?? locale
}
