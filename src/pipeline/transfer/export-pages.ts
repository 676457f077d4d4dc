import type { ExchangePage } from '../../exchange/exchange-unit.ts'
import { writeTmx } from '../../exchange/write-tmx.ts'
import { writeXliff } from '../../exchange/write-xliff.ts'
import type { Diagnostic, Locale } from '../../model.ts'
import { listPages } from '../project/list-pages.ts'
import type { Project } from '../project/open-project.ts'
import { selectPages } from '../project/select-pages.ts'
import { version } from '../project/version.ts'
import { eachTarget } from '../run/each-target.ts'
import type { ExchangeFormat } from './exchange-format.ts'
import { exchangeUnits } from './exchange-units.ts'

export interface Exported {
  readonly text: string
  readonly units: number
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The segments of pages in one locale for other tools, as the files are now: XLIFF 2.0 with all of them, or TMX 1.4 with
 * those that have a target.
 *
 * @param args page paths, files, folders or globs; none: all pages
 */
export async function exportPages(
  project: Project,
  locale: Locale,
  args: readonly string[],
  format: ExchangeFormat,
): Promise<Exported> {
  const listed = await listPages(project, [locale])
  const { pages: selected, diagnostics: faults } = selectPages(listed, args, project)
  const pages: ExchangePage[] = []
  const diagnostics: Diagnostic[] = [...faults]
  for await (const one of eachTarget(project, selected, [locale])) {
    if (one.type === 'refused') diagnostics.push(...one.diagnostics)
    else pages.push({ page: one.target.page.file.page, units: exchangeUnits(project, one.target) })
  }
  const file = { source: project.config.source, target: locale, pages }
  const text = format === 'xliff' ? writeXliff(file) : writeTmx(file, version)
  return { text, units: pages.reduce((sum, { units }) => sum + units.length, 0), diagnostics }
}
