import type { Config } from '../../config/config.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { EngineFault } from '../../engine-fault.ts'
import type { Diagnostic } from '../../model.ts'
import type { StopReason } from '../../translate/ask/create-requester.ts'
import type { Pruned } from '../prune/prune-pages.ts'
import { configuredFindings } from './configured-findings.ts'
import type { LocaleRun } from './locale-run.ts'
import type { Stopped, Totals, TranslateReport } from './report.ts'
import type { TranslateOptions } from './translate-options.ts'

interface Ended {
  readonly config: Config
  readonly options: TranslateOptions
  readonly runs: readonly LocaleRun[]
  readonly pages: readonly PageFile[]
  readonly listing: readonly Diagnostic[]
  readonly stopped: StopReason | undefined
  /** Undefined where that was not asked for. */
  readonly pruned: Pruned | undefined
}

/** The report of a run. */
export function sumUp({ config, options, runs, pages, listing, stopped, pruned }: Ended): TranslateReport {
  const locales = Object.fromEntries(runs.map(run => [run.locale, totalsOf(run, pages, options.dryRun)]))
  const all = Object.values(locales)
  const removed = new Set(pruned?.removed)
  const found = unique([
    ...listing,
    ...runs.flatMap(run => findings(run, pages)),
    ...(pruned?.diagnostics ?? []),
  ]).filter(({ file }) => !removed.has(file))
  const sum = (key: keyof Totals) => all.reduce((total, totals) => total + (totals[key] ?? 0), 0)
  return {
    pages: pages.length,
    segments: sum('segments'),
    fromMemory: sum('fromMemory'),
    fromEngine: sum('fromEngine'),
    untranslated: sum('untranslated'),
    stale: sum('stale'),
    characters: sum('characters'),
    estimatedCharacters: sum('estimatedCharacters'),
    billedCharacters: sum('billedCharacters'),
    wantedCharacters: sum('wantedCharacters'),
    saved: share(sum('wantedCharacters'), sum('estimatedCharacters')),
    ...(all.some(({ price }) => price !== undefined) ? { price: sum('price') } : {}),
    dryRun: options.dryRun,
    engine: runs[0]?.engineName ?? 'memory',
    locales,
    files: [...new Set(runs.flatMap(({ files }) => [...files]))].toSorted(),
    ...(pruned === undefined ? {} : { removed: pruned.removed }),
    diagnostics: configuredFindings(config, pages, options.locales, found),
    ...(stopped === undefined ? {} : { stopped: stoppedBy(stopped) }),
  }
}

function totalsOf(run: LocaleRun, pages: readonly PageFile[], dryRun: boolean): Totals {
  const { counts } = run.filler
  const charged = dryRun ? counts.estimatedCharacters : counts.billedCharacters
  const records = pages.flatMap(({ page }) => run.records.get(page) ?? [])
  const sum = (key: 'segments' | 'untranslated' | 'stale') =>
    records.reduce((total, record) => total + record[key], 0)
  return {
    pages: pages.length,
    segments: sum('segments'),
    untranslated: sum('untranslated'),
    stale: sum('stale'),
    ...counts,
    saved: share(counts.wantedCharacters, counts.estimatedCharacters),
    ...(run.pricePerMillion === undefined ? {} : { price: (charged * run.pricePerMillion) / 1_000_000 }),
  }
}

/** The part of a whole that is left out, 0 to 1; of nothing, nothing. */
function share(whole: number, part: number): number {
  return whole === 0 ? 0 : 1 - part / whole
}

function findings(
  { diagnostics, events, records, refused }: LocaleRun,
  pages: readonly PageFile[],
): readonly Diagnostic[] {
  const ofPages = pages.flatMap(({ page }) => refused.get(page) ?? records.get(page)?.diagnostics ?? [])
  return [...diagnostics, ...events, ...ofPages]
}

/** What is wrong with a source page is found once a locale. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map(diagnostic => [JSON.stringify(diagnostic), diagnostic])).values()]
}

function stoppedBy(stopped: StopReason): Stopped {
  switch (stopped.type) {
    case 'aborted':
      return { reason: 'interrupted' }
    case 'cap':
      return { reason: 'cap' }
    case 'fault':
      return { reason: 'engine', message: faultMessage(stopped.fault) }
  }
}

/** Faults of one request are worded as what became of the answer. */
function faultMessage({ kind, message }: EngineFault): string {
  const isOfRequest = kind === 'refused' || kind === 'invalid-answer'
  return isOfRequest ? `no text was translated, for the answer ${message}.` : message
}
