import { join } from 'node:path'
import type { PageFile } from '../../config/page-file.ts'
import { createBudget } from '../../translate/ask/create-budget.ts'
import type { StopReason } from '../../translate/ask/create-requester.ts'
import { VersoError } from '../../verso-error.ts'
import { catalogueLocales } from '../catalogue/catalogue-locales.ts'
import { acquireLock } from '../files/acquire-lock.ts'
import { compareOnly } from '../files/compare-only.ts'
import { writeAtomically } from '../files/write-atomically.ts'
import { copyImages } from '../images/copy-images.ts'
import { listPages } from '../project/list-pages.ts'
import type { Project } from '../project/open-project.ts'
import { selectPages } from '../project/select-pages.ts'
import type { Pruned } from '../prune/prune-pages.ts'
import { linksStamp } from '../site/links-stamp.ts'
import { closeLocaleRun } from './close-locale-run.ts'
import { isUnchanged } from './is-unchanged.ts'
import { linksNow } from './links-now.ts'
import type { LocaleRun } from './locale-run.ts'
import { openLocaleRun } from './open-locale-run.ts'
import { openRunFiles } from './open-run-files.ts'
import type { TranslateReport } from './report.ts'
import type { RunFiles } from './run-tools.ts'
import { sumUp } from './sum-up.ts'
import type { TranslateOptions } from './translate-options.ts'

/**
 * Localises the pages of a project: extract, fill, reassemble. Pages that did not change since the last run are not
 * even read.
 *
 * @throws VersoError for faults of use, configuration or the environment; what was done until then is on disk
 */
export async function translatePages(project: Project, options: TranslateOptions): Promise<TranslateReport> {
  if (options.prune === true && options.pages.length > 0) {
    throw new VersoError('usage', '--prune looks at all pages. Leave out the pages, or --prune.')
  }
  const cache = join(project.root, '.verso')
  const isWriting = !options.dryRun && options.frozen !== true
  const release = isWriting ? await acquireLock(cache) : undefined
  try {
    const listed = await listPages(project, options.locales)
    const { pages: named, diagnostics: listing } = selectPages(listed, options.pages, project)
    const isOwn = (page: string) => options.share?.owns(page) ?? true
    const pages = named.filter(({ page }) => isOwn(page))
    const elsewhere = named.filter(({ page }) => !isOwn(page))
    const files = await openRunFiles(project, isWriting ? writeAtomically : compareOnly, listed.pages, true)
    const budget = createBudget(options.maxCharacters)
    const runs = await Promise.all(
      options.locales.map(locale => openLocaleRun(files, options, locale, cache, budget)),
    )
    const changed = await keepRecords(files, runs, pages)
    const stopped = await runThrough(files, runs, { pages, changed, elsewhere }, options, isWriting)
    const pruned =
      options.prune === true && stopped === undefined
        ? await prune(files, options, isWriting, isOwn)
        : undefined
    if (isWriting && changed.length > 0) {
      for (const run of runs) await closeLocaleRun(files, run, cache, stopped !== undefined)
    }
    const { config } = project
    return sumUp({ config, options, runs, pages, listing, stopped, pruned })
  } finally {
    await release?.()
  }
}

interface RunThrough {
  readonly pages: readonly PageFile[]
  /** Those that are not as the last run left them. */
  readonly changed: readonly PageFile[]
  /** Pages of other shards. */
  readonly elsewhere: readonly PageFile[]
}

/**
 * Takes the changed pages through the run, then those whose links lead elsewhere for that, and brings images along.
 *
 * @returns why the run ended early, if it did
 */
async function runThrough(
  files: RunFiles,
  runs: readonly LocaleRun[],
  { pages, changed, elsewhere }: RunThrough,
  options: TranslateOptions,
  isWriting: boolean,
): Promise<StopReason | undefined> {
  if (changed.length > 0) await files.site.load()
  const carried = changed.length === 0 ? [] : await carryPages(files, runs, { changed, elsewhere }, isWriting)
  const ran =
    carried.length === 0 ? undefined : await runChanged(files, runs, { changed: carried, elsewhere }, options)
  if (carried.length > 0) files.site.refresh()
  const moved = ran === undefined && carried.length > 0 && isWriting ? pagesToSettle(files, runs, pages) : []
  const stopped =
    moved.length === 0 ? ran : await runChanged(files, runs, { changed: moved, elsewhere: [] }, options)
  if (!options.dryRun) copyImagesOf(files, runs, pages, isWriting)
  if (isWriting) files.site.save()
  return stopped
}

/**
 * Has the catalogue pages follow source pages that were renamed. What becomes of those of other shards is for these to write,
 * and for this run to read.
 *
 * @returns the pages that can be worked on
 */
async function carryPages(
  files: RunFiles,
  runs: readonly LocaleRun[],
  { changed, elsewhere }: Pick<RunThrough, 'changed' | 'elsewhere'>,
  isWriting: boolean,
): Promise<readonly PageFile[]> {
  const [{ findMoves }, { carryMoves }] = await Promise.all([
    import('../move/find-moves.ts'),
    import('../move/carry-moves.ts'),
  ])
  const locales = new Set([...catalogueLocales(files.project), ...runs.map(({ locale }) => locale)])
  const plan = await findMoves(files, changed)
  const others = await findMoves(files, elsewhere)
  const { diagnostics, files: written, failed } = await carryMoves(files, plan, [...locales], isWriting)
  if (elsewhere.length > 0)
    await carryMoves({ ...files, redirects: { record: () => [] } }, others, [...locales], false)
  for (const run of runs) {
    run.events.push(...diagnostics.filter(({ locale }) => locale === run.locale))
    for (const file of written) run.files.add(file)
    for (const [page, finding] of failed) run.refused.set(page, [finding(run.locale)])
  }
  return changed.filter(({ page }) => !failed.has(page))
}

/** Most of the program is loaded here, and not at all when there is nothing to do. */
async function runChanged(
  files: RunFiles,
  runs: readonly LocaleRun[],
  { changed, elsewhere }: Pick<RunThrough, 'changed' | 'elsewhere'>,
  options: TranslateOptions,
): Promise<StopReason | undefined> {
  const { runPages } = await import('./run-pages.ts')
  return runPages(files, runs, changed, elsewhere, options)
}

async function prune(
  files: RunFiles,
  { locales }: TranslateOptions,
  isWriting: boolean,
  isOwn: (page: string) => boolean,
): Promise<Pruned> {
  const { prunePages } = await import('../prune/prune-pages.ts')
  return prunePages(files, locales, isWriting, isOwn)
}

/**
 * The pages whose links lead elsewhere now that the pages of the run are written: to another anchor, a heading's that
 * was translated, or another slug. Their texts are all there, and they change no page's headings: once is enough.
 */
function pagesToSettle(
  files: RunFiles,
  runs: readonly LocaleRun[],
  pages: readonly PageFile[],
): readonly PageFile[] {
  return pages.filter(page =>
    runs.some(run => {
      const stamp = run.records.get(page.page)?.stamps.at(-1)
      return stamp !== undefined && stamp !== linksStamp(linksNow(files, run, page))
    }),
  )
}

/** Brings the images of pages along. One that pages of several shards show is copied, the same, by each. */
function copyImagesOf(
  files: RunFiles,
  runs: readonly LocaleRun[],
  pages: readonly PageFile[],
  isWriting: boolean,
): void {
  for (const run of runs) {
    const { files: written, diagnostics } = copyImages(files, pages, run.locale, isWriting)
    for (const file of written) run.files.add(file)
    run.events.push(...diagnostics)
  }
}

/**
 * Takes over what the last run found out about pages that are as they were.
 *
 * @returns the pages that are not, in one locale or another
 */
async function keepRecords(
  files: RunFiles,
  runs: readonly LocaleRun[],
  pages: readonly PageFile[],
): Promise<readonly PageFile[]> {
  const unchanged = await files.site.attempt(() =>
    runs.map(run => new Set(pages.filter(page => isUnchanged(files, run, page)))),
  )
  for (const [index, run] of runs.entries()) {
    for (const page of unchanged[index] ?? []) {
      const record = run.index.pages.get(page.page)
      if (record !== undefined) run.records.set(page.page, record)
    }
  }
  return pages.filter(page => unchanged.some(set => !set.has(page)))
}
