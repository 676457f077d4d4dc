import type { Diagnostic, EngineName, Locale } from '../../model.ts'
import { base32Digest } from '../../syntax/base32-digest.ts'
import { type Budget, createBudget } from '../../translate/ask/create-budget.ts'
import type { AskEvent } from '../../translate/ask/create-requester.ts'
import type { FillResult } from '../../translate/fill-page.ts'
import { digestCatalogue } from '../catalogue/digest-catalogue.ts'
import { baseModelFile } from '../draft/base-model-file.ts'
import { stampFile } from '../files/stamp-file.ts'
import { createBookkeeper } from '../ledger/create-bookkeeper.ts'
import { linkReplacements } from '../link-replacements.ts'
import { buildStamp } from '../project/build-stamp.ts'
import { engineNameOf } from '../project/engine-name-of.ts'
import { configFile } from '../project/find-root.ts'
import { loadGlossary } from '../project/load-glossary.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'
import { type RunIndex, readRunIndex } from '../run-index.ts'
import { applyFill } from './apply-fill.ts'
import { createFiller } from './create-filler.ts'
import { groupByPage } from './group-by-page.ts'
import type { LocaleRun } from './locale-run.ts'
import type { TargetInHand } from './page-in-hand.ts'
import type { RunFiles } from './run-tools.ts'
import type { TranslateOptions } from './translate-options.ts'

/**
 * Makes a target locale ready to run.
 *
 * @param cache the project's `.verso` folder
 * @param budget what may be billed, shared by all locales
 * @throws VersoError for a glossary that can't be used
 */
export async function openLocaleRun(
  files: RunFiles,
  options: TranslateOptions,
  locale: Locale,
  cache: string,
  budget: Budget,
): Promise<LocaleRun> {
  const { project, catalogue } = files
  const { config } = project
  const { glossary, diagnostics, text } = await loadGlossary(project, locale)
  const engineName = engineNameOf(project, options.engine)
  const fallsBack = engineName === 'draft' && options.engine === undefined && config.engine === 'auto'
  const model = baseModelFile(config.source, locale)
  const modelStamp = engineName === 'draft' ? stampFile(model.path) : ''
  const settings = base32Digest(
    JSON.stringify([buildStamp, project.configText, text, engineName, fallsBack, modelStamp]),
    16,
  )
  const isTestRun = engineName === 'identity' || engineName === 'pseudo'
  const links = isTestRun ? [] : linkReplacements(config, locale)
  const inHand = new Map<string, TargetInHand>()
  const written = new Set<string>()
  const learnt = new Set<string>()
  const keepBooks = createBookkeeper(files, locale, engineName, written)
  const events: Diagnostic[] = []
  const notify = (diagnostic: Diagnostic) => void events.push(diagnostic)
  const filler = createFiller({
    source: config.source,
    target: locale,
    glossary,
    engineName: engineName === 'memory' ? undefined : engineName,
    openEngine: async () => {
      const { createEngine } = await import('../create-engine.ts')
      return createEngine(engineName, { project, catalogue, locale, links, model, notify })
    },
    ...(fallsBack ? { onUnavailable: reason => notify(engineFallback(locale, reason)) } : {}),
    ...(engineName === 'draft' ? { threshold: 100 * config.engines.draft.threshold } : {}),
    dryRun: options.dryRun,
    // Drafts are made here and cost nothing.
    budget: engineName === 'draft' ? createBudget(Number.POSITIVE_INFINITY) : budget,
    signal: options.signal,
    loadMemory: async () =>
      (await import('../catalogue/load-memory.ts')).loadMemory(catalogue, locale, links, learnt),
    onBatch: results => saveBatch(files, locale, inHand, results, written),
    onEvent: event => {
      options.progress.note(noteOf(event))
      if (event.type === 'answered') keepBooks(event.totals)
    },
  })
  return {
    locale,
    engineName,
    isTestRun,
    links,
    pricePerMillion: priceOf(files, engineName),
    glossaryText: text,
    settings,
    index: await standingIndex(files, cache, locale, settings),
    records: new Map(),
    refused: new Map(),
    filler,
    inHand,
    fillFindings: new Map(),
    events,
    diagnostics,
    files: written,
    learnt,
  }
}

/**
 * The last run's index, as far as it stands: nothing of it under other settings, and under another catalogue not what
 * it says of pages that may find a translation now.
 */
async function standingIndex(
  { project }: RunFiles,
  cache: string,
  locale: Locale,
  settings: string,
): Promise<RunIndex> {
  const index = await readRunIndex(cache, locale)
  if (index === undefined || index.settings !== settings) return { settings, memory: '', pages: new Map() }
  const complete = [...index.pages].filter(([, { untranslated }]) => untranslated === 0)
  if (complete.length === index.pages.size) return index
  return index.memory === (await digestCatalogue(project, locale))
    ? index
    : { ...index, pages: new Map(complete) }
}

/** Puts what a request brought on disk, and the files' names into `written`. */
async function saveBatch(
  { catalogue }: RunFiles,
  locale: Locale,
  inHand: ReadonlyMap<string, TargetInHand>,
  results: readonly FillResult[],
  written: Set<string>,
): Promise<void> {
  for (const [page, list] of groupByPage(results)) {
    const target = inHand.get(page)
    if (target === undefined) continue
    applyFill(target, list)
    for (const file of catalogue.saveTargets(page, locale, target.entries)) written.add(file)
  }
}

function engineFallback(locale: Locale, reason: string): Diagnostic {
  const message = `${reason} This run used the memory alone.`
  return pageDiagnostic('engine-unavailable', configFile, message, { locale })
}

function noteOf(event: AskEvent): string {
  switch (event.type) {
    case 'answered':
      return `${event.totals.requests} requests, ${event.totals.billedCharacters} characters billed`
    case 'waiting':
      return `waiting ${Math.ceil(event.milliseconds / 1000)} s: ${event.reason}`
  }
}

function priceOf({ project }: RunFiles, engine: EngineName): number | undefined {
  switch (engine) {
    case 'deepl':
    case 'libretranslate':
    case 'openai':
      return project.config.engines[engine].pricePerMillion
    default:
      return undefined
  }
}
