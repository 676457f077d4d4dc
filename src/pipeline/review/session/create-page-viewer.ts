import { diagnosticCodes } from '../../../diagnostic-codes.ts'
import type { Diagnostic, Glossary, Locale, Pattern, Segment, SegmentState } from '../../../model.ts'
import { compareWords } from '../../../review/compare-words.ts'
import { base32Digest } from '../../../syntax/base32-digest.ts'
import { parseFragment } from '../../../syntax/fragments/parse-fragment.ts'
import { createTermChecker } from '../../../translate/check-terms.ts'
import { createLabelTable, type LabelTable } from '../../../translate/create-label-table.ts'
import { createTargetChecker, type TargetFinding } from '../../../translate/create-target-checker.ts'
import { locateSegments } from '../../../translate/locate-segments.ts'
import { definedOf } from '../../defined-of.ts'
import type { Project } from '../../project/open-project.ts'
import { keysOf } from '../../run/keys-of.ts'
import { localisationOf, localisedSkeleton } from '../../run/localised-skeleton.ts'
import type { TargetInHand } from '../../run/page-in-hand.ts'
import { undecided } from '../../run/undecided.ts'
import { noLinks } from '../../site/no-links.ts'
import { proposalOf } from '../proposal-of.ts'
import type {
  FindingView,
  PageSummary,
  PageView,
  PatternView,
  ProposalView,
  SegmentView,
  SuggestionView,
} from '../review-view.ts'

/** Below this score, in percent, a machine's translation counts as unsure. */
const lowScore = 60

/** Findings that depend on the target alone. */
const targetCodes: ReadonlySet<string> = new Set<TargetFinding['code']>([
  'codes-changed',
  'product-name',
  'glossary-term',
  'glossary-forbidden',
])

export interface PageViewer {
  /** @param lines of the target page, as `targetLines` gives them */
  view(target: TargetInHand, lines: readonly (number | undefined)[]): PageView
  /** The findings of a segment that was shown, were this its target. */
  check(page: string, segment: SegmentView, target: PatternView | string): readonly FindingView[]
}

/** Shows pages of a locale as a reviewer sees them: segments with what is to be known to decide upon them. */
export function createPageViewer(project: Project, glossary: Glossary, locale: Locale): PageViewer {
  const { source } = project.config
  const check = createTargetChecker(glossary, source, locale)
  const terms = createTermChecker(glossary.terms, source, locale)

  const labelsOf = (page: string) => createLabelTable(glossary.labels, glossary.doNotTranslate, page)

  /** An empty target is said by a neighbour's. */
  function findingsOf(
    source: Pattern,
    target: Pattern | undefined,
    labels: LabelTable,
  ): readonly FindingView[] {
    if (target === undefined || target.length === 0) return []
    return check(source, target, labels).map(({ code, message }) => ({
      code,
      severity: diagnosticCodes[code],
      message,
    }))
  }

  function view(target: TargetInHand, lines: readonly (number | undefined)[]): PageView {
    const { page } = target
    const keys = keysOf(target)
    const labels = labelsOf(page.file.page)
    const found = findingsByKey([...page.diagnostics, ...target.diagnostics, ...target.events])
    // The catalogue's links, which are those of the source.
    const localisation = localisationOf(project, { ...target, links: noLinks }, false)
    const localised = localisedSkeleton(page.skeleton, localisation)
    const segments = locateSegments(localised).map(({ segment, unit }, index): SegmentView => {
      const key = keys[index] ?? segment.key
      const state = target.entries.states.get(key)
      const text = target.entries.targets.get(key)
      const parse = (fragment: string) => parseFragment(fragment, unit.syntax, { source: segment.pattern })
      const pattern = text === undefined ? undefined : parse(text)
      const own = page.segments[index] ?? segment
      return {
        index,
        key,
        version: versionOf(own, text, state),
        role: unit.role,
        syntax: unit.syntax,
        line: segment.position.line,
        fragment: segment.fragment,
        source: viewOf(segment.pattern),
        state: text === undefined ? 'initial' : (state?.state ?? 'translated'),
        ...definedOf({
          targetLine: lines[index],
          targetFragment: text,
          target: pattern === undefined ? undefined : viewOf(pattern),
          origin: state?.origin,
          score: state?.score,
          ...openView(text, state, own.fragment, parse),
        }),
        suggestions: suggestionsOf(state, text, parse),
        terms: terms
          .find(segment.pattern)
          .map(term => ({ source: term.source, target: term.target, ...definedOf({ note: term.note }) })),
        findings: [
          ...(found.get(key) ?? []),
          ...undecidedOf(target, segment.position, key),
          ...findingsOf(segment.pattern, pattern, labels),
        ],
      }
    })
    return {
      summary: summaryOf(target, segments, (found.get('') ?? []).length),
      segments,
      findings: found.get('') ?? [],
    }
  }
  return {
    view,
    check(page, { source, syntax, findings }, target) {
      const pattern = typeof target === 'string' ? parseFragment(target, syntax, { source }) : target
      return [
        ...findings.filter(({ code }) => !targetCodes.has(code)),
        ...findingsOf(source, pattern, labelsOf(page)),
      ]
    },
  }
}

/** What a reviewer is to decide upon. */
function openView(
  text: string | undefined,
  state: SegmentState | undefined,
  fragment: string,
  parse: (fragment: string) => Pattern,
) {
  return {
    change: text === undefined ? undefined : changeOf(state, fragment),
    isUndecided: state?.alternatives === undefined ? undefined : (true as const),
    proposal: proposalViewOf(text, state, parse),
  }
}

/** What changed in the source of a stale segment since its target was made. */
function changeOf(state: SegmentState | undefined, fragment: string): SegmentView['change'] {
  return state?.previousSource === undefined ? undefined : compareWords(state.previousSource, fragment)
}

/** What a reviewer decides upon: where it stands in the page, and what the page is like around it, is no part of it. */
function versionOf({ fragment }: Segment, text: string | undefined, state: SegmentState | undefined): string {
  const proposed = proposalOf(text, state)?.target
  const seen = [fragment, text ?? null, state?.state, state?.origin, state?.previousSource, proposed]
  if (state?.alternatives !== undefined) seen.push(...state.alternatives)
  return base32Digest(JSON.stringify(seen), 16)
}

function viewOf(pattern: Pattern): PatternView {
  return pattern.map(item => {
    if (typeof item === 'string') return item
    const { holes: _, ...code } = item
    return code
  })
}

function proposalViewOf(
  text: string | undefined,
  state: SegmentState | undefined,
  parse: (fragment: string) => Pattern,
): ProposalView | undefined {
  const fragment = proposalOf(text, state)?.target
  if (fragment === undefined) return undefined
  return { fragment, pattern: viewOf(parse(fragment)), words: compareWords(text ?? '', fragment) }
}

function suggestionsOf(
  state: SegmentState | undefined,
  text: string | undefined,
  parse: (fragment: string) => Pattern,
): readonly SuggestionView[] {
  const { suggestion, alternatives = [] } = state ?? {}
  const others = alternatives.map(
    (fragment): SuggestionView => ({ fragment, pattern: viewOf(parse(fragment)), origin: 'human' }),
  )
  if (suggestion === undefined || suggestion.target === text) return others
  const { target, origin, score } = suggestion
  return [...others, { fragment: target, pattern: viewOf(parse(target)), origin, ...definedOf({ score }) }]
}

function undecidedOf(
  { page, locale, entries }: TargetInHand,
  { line, column }: Segment['position'],
  key: string,
): readonly FindingView[] {
  const place = { line, column, locale, key }
  const found = undecided(page.file.file, place, entries.targets.get(key), entries.states.get(key))
  return found === undefined ? [] : [{ code: found.code, severity: found.severity, message: found.message }]
}

/** Findings by the key of their segment; those of the page under the empty one. */
function findingsByKey(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly FindingView[]> {
  const found = new Map<string, FindingView[]>()
  for (const { key = '', code, severity, message } of diagnostics) {
    const list = found.get(key) ?? []
    list.push({ code, severity, message })
    found.set(key, list)
  }
  return found
}

function summaryOf(
  { page, file }: TargetInHand,
  segments: readonly SegmentView[],
  findings: number,
): PageSummary {
  const count = (holds: (segment: SegmentView) => boolean) => segments.filter(holds).length
  return {
    page: page.file.page,
    file: page.file.file,
    targetFile: file,
    title: page.skeleton.title,
    segments: segments.length,
    done: count(
      ({ state, change, isUndecided }) =>
        change === undefined && isUndecided === undefined && (state === 'reviewed' || state === 'final'),
    ),
    stale: count(({ change }) => change !== undefined),
    untranslated: count(({ targetFragment }) => targetFragment === undefined),
    machine: count(isMachineMade),
    lowConfidence: count(segment => isMachineMade(segment) && (segment.score ?? 100) < lowScore),
    findings: findings + segments.filter(one => one.findings.length > 0).length,
  }
}

function isMachineMade({ state, targetFragment, origin }: SegmentView): boolean {
  return state === 'translated' && targetFragment !== undefined && origin !== 'human'
}
