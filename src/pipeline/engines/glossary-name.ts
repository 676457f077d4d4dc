import type { Locale } from '../../model.ts'

/**
 * Name of a project's glossary at DeepL, by which it is found again. DeepL's glossaries know no regions: each regional
 * target has its own.
 *
 * @param project see `projectName`
 */
export function glossaryName(project: string, locale: Locale): string {
  return locale.includes('-') ? `Verso: ${project} (${locale})` : `Verso: ${project}`
}
