import type { Diagnostic, Locale, SegmentState } from '../../model.ts'
import { compareWords } from '../../review/compare-words.ts'
import { listPages } from '../project/list-pages.ts'
import type { Project } from '../project/open-project.ts'
import { selectPages } from '../project/select-pages.ts'
import { eachTarget } from '../run/each-target.ts'
import { isMarkedAnew } from '../run/is-marked-anew.ts'
import { keysOf } from '../run/keys-of.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'
import { undecided } from '../run/undecided.ts'
import type { Share } from '../shard/share.ts'
import { proposalOf } from './proposal-of.ts'
import { type EarlierPage, earlierTargets } from './revision/earlier-targets.ts'
import { pagesChangedSince } from './revision/pages-changed-since.ts'
import type { DiffReport, PageDiff, SegmentDiff } from './segment-diff.ts'

interface Options {
  readonly locale: Locale
  /** Page paths, files, folders or globs; none: all pages. */
  readonly args: readonly string[]
  /** A Git revision; undefined: what is open since the last review. */
  readonly since?: string | undefined
  /** The part of the pages that is wanted; undefined: all. */
  readonly share?: Share | undefined
}

/**
 * The segments of a locale that a reviewer has to look at (changed sources, unconfirmed and missing translations), or
 * those whose source, target or state is another than in a Git revision. Files are read as they are now; nothing is
 * written.
 *
 * @throws VersoError `usage` for a page or a revision that doesn't exist
 */
export async function diffPages(
  project: Project,
  { locale, args, since, share }: Options,
): Promise<DiffReport> {
  const listed = await listPages(project, [locale])
  const { pages: named, diagnostics: faults } = selectPages(listed, args, project, share)
  const selected = since === undefined ? named : pagesChangedSince(project, locale, named, since)
  const earlier = since === undefined ? undefined : await earlierTargets(project, locale, selected, since)
  const pages: PageDiff[] = []
  const diagnostics: Diagnostic[] = [...faults]
  for await (const one of eachTarget(project, selected, [locale])) {
    if (one.type === 'refused') {
      diagnostics.push(...one.diagnostics)
      continue
    }
    const { target } = one
    const diffs = earlier === undefined ? openSegments(target) : changedSegments(target, earlier(target))
    if (diffs.length === 0) continue
    pages.push({
      page: target.page.file.page,
      file: target.page.file.file,
      targetFile: target.file,
      segments: target.page.segments.length,
      diffs,
    })
  }
  return { locale, ...(since === undefined ? {} : { since }), pages, diagnostics }
}

interface Difference extends Pick<SegmentDiff, 'state' | 'origin' | 'score' | 'glossaryOutdated'> {
  readonly source: Omit<SegmentDiff['source'], 'words'>
  readonly target: Omit<SegmentDiff['target'], 'words'>
}

/** Without a proposal the current text stands. */
function wordsOf({ current, proposed }: Difference['target']): SegmentDiff['target']['words'] {
  return compareWords(current ?? '', proposed ?? current ?? '')
}

/** Each key once: segments that share one are reviewed together. */
function eachKey(
  target: TargetInHand,
  diffOf: (key: string, fragment: string) => Difference | undefined,
): readonly SegmentDiff[] {
  const { page } = target
  const known = new Set<string>()
  return keysOf(target).flatMap((key, index): readonly SegmentDiff[] => {
    const segment = page.segments[index]
    if (segment === undefined || known.has(key)) return []
    known.add(key)
    const diff = diffOf(key, segment.fragment)
    if (diff === undefined) return []
    const { line, column } = segment.position
    const place = { line, column, locale: target.locale, key }
    const { targets, states } = target.entries
    const conflict = undecided(page.file.file, place, targets.get(key), states.get(key))
    const diagnostics = [
      ...[...target.diagnostics, ...target.events].filter(finding => finding.key === key),
      ...(conflict === undefined ? [] : [conflict]),
    ]
    const { source, target: texts, ...state } = diff
    return [
      {
        key,
        line,
        column,
        source: { ...source, words: compareWords(source.before ?? '', source.now) },
        target: { ...texts, words: wordsOf(texts) },
        ...state,
        diagnostics,
      },
    ]
  })
}

function openSegments(target: TargetInHand): readonly SegmentDiff[] {
  const { targets, states } = target.entries
  return eachKey(target, (key, now) => {
    const text = targets.get(key)
    const state = states.get(key)
    const isSettled = state?.previousSource === undefined && state?.alternatives === undefined
    if (text !== undefined && isConfirmed(state) && isSettled) return undefined
    return {
      source: { before: text === undefined ? undefined : (state?.previousSource ?? now), now },
      target: { current: text, proposed: proposalOf(text, state)?.target, ...alternativesOf(state) },
      ...stateOf(text, state),
    }
  })
}

function alternativesOf(state: SegmentState | undefined): Pick<SegmentDiff['target'], 'alternatives'> {
  return state?.alternatives === undefined ? {} : { alternatives: state.alternatives }
}

function changedSegments(
  target: TargetInHand,
  { page: before, sources }: EarlierPage,
): readonly SegmentDiff[] {
  const { targets, states } = target.entries
  return eachKey(target, (key, now) => {
    const text = targets.get(key)
    const state = states.get(key)
    const earlier = before.targets.get(key)
    const earlierState = before.states.get(key)
    const earlierSource = earlier === undefined ? undefined : (earlierState?.previousSource ?? now)
    const isSame = stateOf(text, state).state === stateOf(earlier, earlierState).state
    const isKnown = earlier === undefined ? sources.has(now) : earlierSource === now
    if (text === earlier && isSame && isKnown) return undefined
    return {
      source: { before: earlierSource, now },
      target: { current: earlier, proposed: text },
      ...stateOf(text, state),
    }
  })
}

function isConfirmed(state: SegmentState | undefined): boolean {
  return state?.state === 'reviewed' || state?.state === 'final'
}

function stateOf(
  text: string | undefined,
  state: SegmentState | undefined,
): Pick<SegmentDiff, 'state' | 'origin' | 'score' | 'glossaryOutdated'> {
  const { origin, score } = state ?? {}
  return {
    state: text === undefined ? 'initial' : (state?.state ?? 'translated'),
    ...(origin === undefined ? {} : { origin }),
    ...(score === undefined ? {} : { score }),
    ...(isMarkedAnew(state) ? { glossaryOutdated: true as const } : {}),
  }
}
