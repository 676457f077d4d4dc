import { join } from 'node:path'
import { applySuppressions } from '../../check/apply-suppressions.ts'
import { type CheckSeverity, checkSeverities } from '../../check/check-severities.ts'
import type { PageFacts } from '../../check/page-facts.ts'
import { checkSite } from '../../check/site/check-site.ts'
import type { Suppression } from '../../check/suppression.ts'
import type { PageFile } from '../../config/page-file.ts'
import { pagesByFile } from '../../config/pages-by-file.ts'
import { type DiagnosticCode, diagnosticCodes } from '../../diagnostic-codes.ts'
import type { Diagnostic, Locale } from '../../model.ts'
import { base32Digest } from '../../syntax/base32-digest.ts'
import { compareOnly } from '../files/compare-only.ts'
import { listOrphans } from '../orphans/list-orphans.ts'
import { reportOrphans } from '../orphans/report-orphans.ts'
import { buildStamp } from '../project/build-stamp.ts'
import { listPages } from '../project/list-pages.ts'
import { type LoadedGlossary, loadGlossary } from '../project/load-glossary.ts'
import type { Project } from '../project/open-project.ts'
import { selectPages } from '../project/select-pages.ts'
import { openRunFiles } from '../run/open-run-files.ts'
import type { RunFiles } from '../run/run-tools.ts'
import type { Share } from '../shard/share.ts'
import { type CachedPage, readCheckCache, writeCheckCache } from './check-cache.ts'
import type { CheckReport } from './check-report.ts'
import type { CheckSettings } from './check-settings.ts'
import { createInspector, type Inspector } from './create-inspector.ts'
import { imageStates } from './image-states.ts'
import type { PageInspection } from './page-inspection.ts'
import { readInputs } from './read-inputs.ts'

interface Options {
  /** The part of the pages whose findings are wanted; undefined: all. */
  readonly share?: Share | undefined
  /** How severe what the next `sync` deals with is; undefined: as severe as ever. */
  readonly pending?: CheckSeverity | undefined
}

/** A locale's findings before severities, and the comments that silence some. */
interface LocaleFindings {
  readonly diagnostics: readonly Diagnostic[]
  readonly comments: ReadonlyMap<string, readonly Suppression[]>
}

/**
 * Checks target pages against their sources, the catalogue, the glossary and each other. Writes nothing but its cache.
 *
 * @param args page paths, files, folders or globs; none: all pages. Links are followed to every page all the same.
 * @throws VersoError for faults of use or configuration
 */
export async function checkPages(
  project: Project,
  locales: readonly Locale[],
  args: readonly string[],
  { share, pending }: Options = {},
): Promise<CheckReport> {
  const { config } = project
  const listed = await listPages(project, locales)
  const { pages: selected, diagnostics: faults } = selectPages(listed, args, project, share)
  const severities = checkSeverities(config.checks)
  const files = await openRunFiles(project, compareOnly, listed.pages, true)
  const diagnostics: Diagnostic[] = []
  const comments = new Map<string, readonly Suppression[]>()
  const glossaries = new Map<Locale, LoadedGlossary>()
  for (const locale of locales) glossaries.set(locale, await loadGlossary(project, locale))
  const inspector = createInspector({
    config,
    glossaries: Object.fromEntries([...glossaries].map(([locale, { glossary }]) => [locale, glossary])),
    severities,
  })
  try {
    for (const [locale, glossary] of glossaries) {
      const found = await checkLocale(files, listed.pages, locale, glossary, inspector)
      diagnostics.push(...found.diagnostics)
      for (const [file, list] of found.comments) comments.set(file, list)
    }
  } finally {
    await inspector.end()
  }
  files.site.save()
  const pageOf = pagesByFile(listed.pages, [config.source, ...locales])
  const wanted = new Set(selected.map(({ page }) => page))
  const isWhole = args.length === 0 && share === undefined
  const isWanted = (file: string) => isWhole || wanted.has(pageOf.get(file) ?? '')
  const { diagnostics: left, count } = applySuppressions({
    diagnostics: [...faults, ...diagnostics.filter(({ file }) => isWanted(file))],
    comments: new Map([...comments].filter(([file]) => isWanted(file))),
    rules: config.suppress,
    pageOf: file => pageOf.get(file),
  })
  return sumUp(withSeverities(left, checkSeverities(config.checks, pending)), selected.length, count)
}

async function checkLocale(
  files: RunFiles,
  pages: readonly PageFile[],
  locale: Locale,
  { diagnostics, text }: LoadedGlossary,
  inspector: Inspector,
): Promise<LocaleFindings> {
  const { project, site } = files
  const { root, configText } = project
  const folder = join(root, '.verso')
  const cache = readCheckCache(
    folder,
    locale,
    base32Digest(JSON.stringify([buildStamp, configText, text]), 26),
  )
  await inspector.expect(pages.length - cache.pages.size)
  const inputs = await readInputs(project, site, pages, locale)
  const changed = inputs.filter(({ input, digest }) => cache.pages.get(input.file.page)?.digest !== digest)
  const found = await inspector.inspect(changed.map(({ input }) => input))
  const inspected = new Map(cache.pages)
  for (const [index, { input, digest }] of changed.entries()) {
    const inspection = found[index]
    if (inspection !== undefined) inspected.set(input.file.page, { digest, inspection })
  }
  const current = new Map<string, CachedPage>()
  for (const { page } of pages) {
    const one = inspected.get(page)
    if (one !== undefined) current.set(page, one)
  }
  if (changed.length > 0 || current.size !== cache.pages.size)
    await writeCheckCache(folder, locale, { settings: cache.settings, pages: current })
  const inspections = [...current.values()].map(({ inspection }) => inspection)
  return {
    diagnostics: [
      ...diagnostics,
      ...inspections.flatMap(one => one.diagnostics),
      ...siteFindings(project, inspections, locale),
      ...reportOrphans(await listOrphans(files, pages, locale), locale),
    ],
    comments: commentsOf(inspections),
  }
}

function siteFindings(
  project: Project,
  inspections: readonly PageInspection[],
  locale: Locale,
): readonly Diagnostic[] {
  const site = checkSite({
    locales: { source: project.config.source, target: locale },
    pages: inspections.flatMap(({ facts }): readonly PageFacts[] => (facts === undefined ? [] : [facts])),
    imageOf: imageStates(project, locale),
  })
  return site.map(finding => ({ ...finding, severity: diagnosticCodes[finding.code], locale }))
}

function commentsOf(inspections: readonly PageInspection[]): LocaleFindings['comments'] {
  const comments = new Map<string, readonly Suppression[]>()
  for (const { facts, comments: own } of inspections) {
    // A target page has its source's comments: those of the source are not held against what is found there alone.
    if (facts?.target !== undefined) comments.set(facts.target.file, own.target)
    else if (facts !== undefined) comments.set(facts.source.file, own.source)
  }
  return comments
}

function withSeverities(
  diagnostics: readonly Diagnostic[],
  severities: CheckSettings['severities'],
): readonly Diagnostic[] {
  return diagnostics.flatMap(diagnostic => {
    const severity = severities[diagnostic.code as DiagnosticCode]
    return severity === 'off' ? [] : [{ ...diagnostic, severity }]
  })
}

function sumUp(diagnostics: readonly Diagnostic[], pages: number, suppressed: number): CheckReport {
  const unique = [...new Map(diagnostics.map(one => [JSON.stringify(one), one])).values()]
  const count = (severity: Diagnostic['severity']) => unique.filter(one => one.severity === severity).length
  return {
    pages,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    suppressed,
    diagnostics: unique.sort(compare),
  }
}

function compare(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : 1)
}
