import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Entry } from '../../catalogue/entry.ts'
import { setTargets } from '../../catalogue/set-targets.ts'
import type { ImportedFile, ImportedUnit } from '../../exchange/imported-unit.ts'
import { readTmx } from '../../exchange/read-tmx.ts'
import { readXliff } from '../../exchange/read-xliff.ts'
import type { Diagnostic, Locale } from '../../model.ts'
import { createLabelTable } from '../../translate/create-label-table.ts'
import { createTargetChecker } from '../../translate/create-target-checker.ts'
import { VersoError } from '../../verso-error.ts'
import { openCatalogueFiles } from '../catalogue/catalogue-files.ts'
import { acquireLock } from '../files/acquire-lock.ts'
import { writeAtomically } from '../files/write-atomically.ts'
import { listPages } from '../project/list-pages.ts'
import { loadGlossary } from '../project/load-glossary.ts'
import type { Project } from '../project/open-project.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'
import { eachTarget } from '../run/each-target.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'
import type { ExchangeFormat } from './exchange-format.ts'
import { exchangeUnits, type PlacedUnit } from './exchange-units.ts'
import { type ImportFinding, planImport } from './plan-import.ts'

interface ImportSource {
  /** Absolute. */
  readonly path: string
  /** How messages name it. */
  readonly name: string
  readonly format: ExchangeFormat
}

interface Imported {
  /** Units of the file that have a target. */
  readonly units: number
  /** Segments that were given another target or state. */
  readonly changed: number
  /** Paths of the pages whose catalogue changed. */
  readonly pages: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Takes what another tool did to exported segments into the catalogue. The pages are for a run to write.
 *
 * @throws VersoError `usage` for a file that can't be read or is of another format or locale
 */
export async function importFile(project: Project, locale: Locale, source: ImportSource): Promise<Imported> {
  const { name } = source
  const file = await readExchange(project, locale, source)
  const release = await acquireLock(join(project.root, '.verso'))
  try {
    const waiting = createUnitIndex(file.units)
    const { glossary } = await loadGlossary(project, locale)
    const check = createTargetChecker(glossary, project.config.source, locale)
    const catalogue = openCatalogueFiles(project, writeAtomically)
    const listed = await listPages(project, [locale])
    const findings: PlacedFinding[] = []
    const pages: string[] = []
    let changed = 0
    for await (const one of eachTarget(project, listed.pages, [locale])) {
      if (one.type === 'refused') continue
      const { target } = one
      const { page: path } = target.page.file
      const labels = createLabelTable(glossary.labels, glossary.doNotTranslate, path)
      const step = importPage(target, exchangeUnits(project, target), waiting, { check, labels })
      findings.push(...step.findings)
      if (step.changes.size === 0) continue
      changed += step.segments
      pages.push(path)
      catalogue.saveTargets(path, locale, setTargets(target.entries, target.page.segments, step.changes))
    }
    for (const { line, column } of waiting.left())
      findings.push({ code: 'import-unknown', message: unknown, line, column })
    const diagnostics = findings.map(({ code, message, ...place }) =>
      pageDiagnostic(code, name, message, { ...place, locale }),
    )
    return { units: file.units.length, changed, pages, diagnostics }
  } finally {
    await release()
  }
}

interface PlacedFinding extends ImportFinding {
  readonly line: number
  readonly column: number
  readonly key?: string
}

interface PageImport {
  readonly changes: ReadonlyMap<number, Entry>
  readonly findings: readonly PlacedFinding[]
  /** Segments that changed, equal ones counted once. */
  readonly segments: number
}

function importPage(
  { page, entries }: TargetInHand,
  units: readonly PlacedUnit[],
  waiting: UnitIndex,
  tools: Parameters<typeof planImport>[3],
): PageImport {
  const changes = new Map<number, Entry>()
  const findings: PlacedFinding[] = []
  let segments = 0
  for (const unit of units) {
    const imported = waiting.take(page.file.page, unit)
    if (imported === undefined) continue
    const { line, column } = imported
    const { key, indexes } = unit
    const step = planImport(imported, unit, entries.states.get(key), tools)
    switch (step.type) {
      case 'same':
        break
      case 'refused':
        findings.push({ ...step.finding, line, column, key })
        break
      case 'entry':
        for (const index of indexes) changes.set(index, step.entry)
        segments++
        findings.push(...step.warnings.map(warning => ({ ...warning, line, column, key })))
    }
  }
  return { changes, findings, segments }
}

const unknown = 'No page has this segment any more: it is left out.'

type ReadFile = Extract<ImportedFile, { type: 'file' }>

async function readExchange(
  { config }: Project,
  locale: Locale,
  { path, name, format }: ImportSource,
): Promise<ReadFile> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new VersoError('usage', `${name} can't be read: ${cause.message}.`, { cause })
  })
  const file = format === 'xliff' ? readXliff(text) : readTmx(text, config.source, locale)
  if (file.type === 'invalid') {
    throw new VersoError(
      'usage',
      `${name}:${file.line}:${file.column} ${file.message}. Export the file again, or choose its --format.`,
    )
  }
  if (file.target !== undefined && file.target !== locale) {
    throw new VersoError(
      'usage',
      `${name} is a translation into ${file.target}, not ${locale}. Run: verso import ${file.target} ${name}`,
    )
  }
  return file
}

interface UnitIndex {
  /** The imported unit for a segment: by its page and key, or by its text where the format has no keys. */
  take(page: string, unit: PlacedUnit): ImportedUnit | undefined
  /** Units with a key that no segment took. */
  left(): readonly ImportedUnit[]
}

function createUnitIndex(units: readonly ImportedUnit[]): UnitIndex {
  const byKey = new Map<string, ImportedUnit>()
  const byText = new Map<string, ImportedUnit>()
  for (const unit of units) {
    if (unit.page !== undefined && unit.key !== undefined) byKey.set(`${unit.page} ${unit.key}`, unit)
    else if (!byText.has(textOf(unit.source))) byText.set(textOf(unit.source), unit)
  }
  return {
    take(page, unit) {
      const id = `${page} ${unit.key}`
      const own = byKey.get(id)
      byKey.delete(id)
      // A memory fills what is untranslated; what has a target was translated in its context.
      return own ?? (unit.target === undefined ? byText.get(textOf(unit.source)) : undefined)
    },
    left: () => [...byKey.values()],
  }
}

function textOf(items: readonly (string | { readonly literal: string | undefined })[]): string {
  return items.map(item => (typeof item === 'string' ? item : (item.literal ?? ''))).join('')
}
