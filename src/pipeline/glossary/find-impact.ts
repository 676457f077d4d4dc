import { join } from 'node:path'
import { parseGlossary } from '../../config/parse-glossary.ts'
import type { Diagnostic, Glossary, Locale, PageTargets, SegmentState, Syntax } from '../../model.ts'
import { parseFragment } from '../../syntax/fragments/parse-fragment.ts'
import { renderFragment } from '../../syntax/fragments/render-fragment.ts'
import { spellingsOf } from '../../syntax/fragments/spellings-of.ts'
import { createImpactFinder, type Impact } from '../../translate/create-impact-finder.ts'
import { openCatalogueFiles } from '../catalogue/catalogue-files.ts'
import { readCatalogue } from '../catalogue/read-catalogue.ts'
import { acquireLock } from '../files/acquire-lock.ts'
import { linkReplacements } from '../link-replacements.ts'
import { labelPolicyOf } from '../project/label-policy-of.ts'
import { loadGlossary } from '../project/load-glossary.ts'
import type { Project } from '../project/open-project.ts'
import { syntaxOf } from '../project/syntax-of.ts'
import { readRevision } from '../review/revision/read-revision.ts'
import { keepAppliedGlossary, readAppliedGlossary } from './applied-glossary.ts'
import { readAtHead } from './read-at-head.ts'

/** A segment that a change of the glossary touches. */
interface TouchedSegment {
  readonly locale: Locale
  readonly page: string
  readonly key: string
  readonly source: string
  readonly target: string
  readonly action: Impact['action']
  readonly reasons: readonly string[]
}

export interface ImpactReport {
  readonly segments: readonly TouchedSegment[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface ImpactOptions {
  readonly locales: readonly Locale[]
  /** A Git revision whose glossary the present one is compared with; undefined: the one last dealt with. */
  readonly since?: string
  /** Nothing is marked. */
  readonly dryRun: boolean
}

/**
 * Finds the segments that a change of the glossary touches and marks those that a machine made for the next run to
 * translate anew; labels alone are changed at once. What a person wrote or confirmed is listed, and left alone.
 *
 * @throws VersoError `usage` for a revision that Git doesn't know
 */
export async function findImpact(project: Project, options: ImpactOptions): Promise<ImpactReport> {
  const cache = join(project.root, '.verso')
  const release = options.dryRun ? undefined : await acquireLock(cache)
  try {
    const segments: TouchedSegment[] = []
    const diagnostics: Diagnostic[] = []
    for (const locale of options.locales) {
      const loaded = await loadGlossary(project, locale)
      diagnostics.push(...loaded.diagnostics)
      const before = earlierGlossary(project, locale, cache, options.since)
      segments.push(...(await findInLocale(project, locale, before, loaded.glossary, options.dryRun)))
      if (!options.dryRun) keepAppliedGlossary(cache, locale, loaded.text, true)
    }
    return { segments, diagnostics }
  } finally {
    await release?.()
  }
}

/** Where nothing is known of an earlier glossary, every term counts as new. */
function earlierGlossary(
  { root, config }: Project,
  locale: Locale,
  cache: string,
  since: string | undefined,
): Glossary {
  const file = `${config.catalogue}/${locale}/glossary.yaml`
  const text =
    since === undefined
      ? (readAppliedGlossary(cache, locale) ?? readAtHead(root, file))
      : readRevision(root, since, [file]).get(file)
  return parseGlossary(text, file).glossary
}

async function findInLocale(
  project: Project,
  locale: Locale,
  before: Glossary,
  after: Glossary,
  dryRun: boolean,
): Promise<readonly TouchedSegment[]> {
  const { config } = project
  const files = openCatalogueFiles(project)
  const findIn = createImpactFinder(before, after, config.source, locale)
  const touched: TouchedSegment[] = []
  for await (const { page, known } of readCatalogue(files, locale, linkReplacements(config, locale))) {
    const { sources, targets } = known
    const labels = labelPolicyOf(config, page)
    const changes = new Map<string, Change>()
    for (const [key, target] of targets.targets) {
      const source = sources.get(key) ?? sources.get(key.replace(/~\d+$/, ''))
      if (source === undefined || target === '') continue
      const state = targets.states.get(key) ?? { key, state: 'translated' }
      const syntax = syntaxOf(key.slice(0, key.indexOf('.')) as Parameters<typeof syntaxOf>[0])
      const sourcePattern = parseFragment(source, syntax)
      const impact = findIn({
        pagePath: page,
        source: sourcePattern,
        target: parseFragment(target, syntax, { source: sourcePattern }),
        state: state.state,
        labels,
      })
      if (impact === undefined) continue
      const action = isPersons(state) ? 'report' : impact.action
      touched.push({ locale, page, key, source, target, action, reasons: impact.reasons })
      changes.set(key, changeOf({ ...impact, action }, state, target, syntax))
    }
    if (!dryRun && changes.size > 0) files.saveTargets(page, locale, withChanges(targets, changes))
    files.forget(page)
  }
  return touched
}

interface Change {
  readonly target: string
  readonly state: SegmentState
}

/** Nobody knows who wrote a target that has no origin. */
function isPersons({ origin }: SegmentState): boolean {
  return origin === undefined || origin === 'human'
}

function changeOf(impact: Impact, state: SegmentState, target: string, syntax: Syntax): Change {
  switch (impact.action) {
    case 'retranslate':
      return { target, state: { ...state, retranslate: true } }
    case 'relabel':
      return {
        state,
        target:
          impact.target === undefined
            ? target
            : renderFragment(impact.target, syntax, spellingsOf(target, syntax)),
      }
    case 'report':
      return { target, state }
  }
}

function withChanges(page: PageTargets, changes: ReadonlyMap<string, Change>): PageTargets {
  const targets = new Map(page.targets)
  const states = new Map(page.states)
  for (const [key, { target, state }] of changes) {
    targets.set(key, target)
    if (states.has(key)) states.set(key, state)
  }
  return { ...page, targets, states }
}
