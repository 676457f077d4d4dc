import { join } from 'node:path'
import { createLanguageTest } from '../../align/create-language-test.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Locale } from '../../model.ts'
import { catalogueLocales } from '../catalogue/catalogue-locales.ts'
import { acquireLock } from '../files/acquire-lock.ts'
import { writeAtomically } from '../files/write-atomically.ts'
import { carryMoves } from '../move/carry-moves.ts'
import { findMoves } from '../move/find-moves.ts'
import { listPages } from '../project/list-pages.ts'
import type { Project } from '../project/open-project.ts'
import { selectPages } from '../project/select-pages.ts'
import { openPages } from '../run/open-pages.ts'
import { openRunFiles } from '../run/open-run-files.ts'
import { openTools } from '../run/open-tools.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'
import type { RunTools } from '../run/run-tools.ts'
import { saveSources } from '../run/save-sources.ts'
import { alignFolders } from './align-folders.ts'
import type { AlignOptions } from './align-options.ts'
import { alignPage } from './align-page.ts'
import type { AlignReport } from './align-report.ts'
import { type AlignTally, alignReportOf, createAlignTally } from './align-tally.ts'

/** Pages that are in memory at a time. */
const windowSize = 64

/**
 * Learns the memory of target locales from pages that are there in both languages. Catalogue files alone are written, and
 * the pages that a renamed source needs under its new name: every page stays as it is.
 *
 * @throws VersoError for faults of use or of the environment; what was done until then is on disk
 */
export async function alignProject(project: Project, options: AlignOptions): Promise<AlignReport> {
  const release = await acquireLock(join(project.root, '.verso'))
  try {
    const tally = createAlignTally()
    const listed = await listPages(project, options.locales)
    const selected = selectPages(listed, options.pages, project)
    const pages = options.folders === undefined ? selected.pages : []
    tally.diagnostics.push(...selected.diagnostics)
    const files = await openRunFiles(project, writeAtomically)
    const carried = await carryMoves(files, await findMoves(files, pages), catalogueLocales(project), true)
    for (const file of carried.files) tally.files.add(file)
    for (const finding of carried.failed.values()) tally.diagnostics.push(...options.locales.map(finding))
    const open = pages.filter(({ page }) => !carried.failed.has(page))
    const tools = await openTools(files, open.length)
    try {
      for (const locale of options.locales) {
        await alignLocale(tools, open, locale, options, tally)
      }
    } finally {
      await tools.work.end()
    }
    return alignReportOf(tally)
  } finally {
    await release()
  }
}

async function alignLocale(
  tools: RunTools,
  pages: readonly PageFile[],
  locale: Locale,
  options: AlignOptions,
  tally: AlignTally,
): Promise<void> {
  const languageOf = await createLanguageTest([tools.project.config.source, locale])
  const { reviewed, folders } = options
  if (folders !== undefined) {
    await alignFolders(tools, folders, { locale, reviewed }, languageOf, tally)
    return
  }
  for (let start = 0; start < pages.length; start += windowSize) {
    options.signal.throwIfAborted()
    const opened = await openPages(tools, pages.slice(start, start + windowSize))
    for (const { diagnostics } of opened.refused) tally.diagnostics.push(...diagnostics)
    const inHand = new Map<string, TargetInHand>()
    for (const page of opened.pages) {
      const target = await alignPage(tools, page, { locale, reviewed }, languageOf, tally)
      if (target !== undefined) inHand.set(page.file.page, target)
    }
    const changed = opened.pages.filter(({ file }) => inHand.has(file.page))
    const refused = new Map<string, AlignTally['diagnostics']>()
    saveSources(tools, [{ locale, inHand, refused, files: tally.files }], changed)
    for (const found of refused.values()) tally.diagnostics.push(...found)
    for (const [page, { entries }] of inHand) {
      for (const file of tools.catalogue.saveTargets(page, locale, entries)) tally.files.add(file)
    }
    for (const { file } of opened.pages) {
      tools.work.close(file.page)
      tools.catalogue.forget(file.page)
    }
  }
}
