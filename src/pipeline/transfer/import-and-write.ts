import type { Diagnostic, Locale } from '../../model.ts'
import type { Project } from '../project/open-project.ts'
import { refreshPages } from '../run/refresh-pages.ts'
import type { ExchangeFormat } from './exchange-format.ts'
import { importFile } from './import-file.ts'

export interface ImportReport {
  readonly locale: Locale
  /** Units of the file that have a target. */
  readonly units: number
  /** Segments that were given another target or state. */
  readonly changed: number
  /** Files written, from the root, sorted. */
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Takes a file of another tool into the catalogue and writes the pages. What people did to the pages is taken in first,
 * so that no older text is put in its place.
 *
 * @param path the file, absolute
 * @param name how messages name it
 * @throws VersoError for a file that can't be used, and what a run throws
 */
export async function importAndWrite(
  project: Project,
  locale: Locale,
  file: { readonly path: string; readonly name: string; readonly format: ExchangeFormat },
  signal: AbortSignal,
): Promise<ImportReport> {
  await refreshPages(project, locale, signal)
  const { units, changed, pages, diagnostics } = await importFile(project, locale, file)
  const { files, diagnostics: findings } = await refreshPages(project, locale, signal)
  // Of the run, only what keeps an imported text off its page is of interest here.
  const isOfImport = ({ code, file: page }: Diagnostic) =>
    (code === 'structure-changed' || code === 'codes-changed') && pages.some(path => page.includes(path))
  return { locale, units, changed, files, diagnostics: [...diagnostics, ...findings.filter(isOfImport)] }
}
