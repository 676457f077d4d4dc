import { join } from 'node:path'
import type { Entry } from '../../catalogue/entry.ts'
import { setTargets } from '../../catalogue/set-targets.ts'
import type { Locale, PageTargets, SegmentState } from '../../model.ts'
import { VersoError } from '../../verso-error.ts'
import { acquireLock } from '../acquire-lock.ts'
import { openCatalogueFiles } from '../catalogue-files.ts'
import { listPages } from '../list-pages.ts'
import type { Project } from '../open-project.ts'
import { eachTarget } from '../run/each-target.ts'
import { keysOf } from '../run/keys-of.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'
import { refreshPages } from '../run/refresh-pages.ts'
import { selectPages } from '../select-pages.ts'
import { writeAtomically } from '../write-atomically.ts'
import { earlierTargets } from './earlier-targets.ts'

export interface MarkOptions {
  readonly locale: Locale
  /** `approve`: a person confirms; `reopen`: a confirmation is taken back. */
  readonly action: 'approve' | 'reopen'
  /** Page paths, files, folders or globs; none: all pages. */
  readonly args: readonly string[]
  /** Of these segments alone; none: all of the pages. */
  readonly keys: readonly string[]
  /** Only what is another than in this Git revision. */
  readonly fromGit?: string | undefined
  readonly signal: AbortSignal
}

export interface MarkReport {
  readonly locale: Locale
  /** Segments whose state changed, equal ones of a page counted once. */
  readonly changed: number
  /** Segments that can't be approved, for they have no translation. */
  readonly untranslated: number
  /** Files written, from the root, sorted. */
  readonly files: readonly string[]
}

/**
 * Approves segments, or opens them again. Approving a segment takes the suggestion that is shown for it, if there is one,
 * and its source as it is now: it is no longer stale. `final` segments stay.
 *
 * @throws VersoError `usage` for a page, key or revision that doesn't exist
 */
export async function markSegments(project: Project, options: MarkOptions): Promise<MarkReport> {
  const { locale, args, keys, fromGit, signal } = options
  const listed = await listPages(project, [locale])
  const selected = selectPages(listed.pages, args, project.root)
  const refreshed = await refreshPages(project, locale, signal)
  const earlier = fromGit === undefined ? undefined : earlierTargets(project, locale, selected, fromGit)
  const files = new Set(refreshed.files)
  const wanted = new Set(keys)
  const found = new Set<string>()
  let changed = 0
  let untranslated = 0
  const release = await acquireLock(join(project.root, '.verso'))
  try {
    const catalogue = openCatalogueFiles(project, writeAtomically)
    for await (const one of eachTarget(project, selected, [locale])) {
      if (one.type === 'refused') continue
      const { target } = one
      const chosen = chosenKeys(target, wanted, earlier?.(target).page)
      for (const key of chosen) found.add(key)
      // What came in with a revision is what was read there: no suggestion takes its place.
      const mark = options.action === 'reopen' ? reopened : fromGit === undefined ? approved : confirmed
      const marked = markPage(target, chosen, mark)
      changed += marked.segments
      untranslated += marked.untranslated
      if (marked.changes.size === 0) continue
      const entries = setTargets(target.entries, target.page.segments, marked.changes)
      for (const file of catalogue.saveTargets(target.page.file.page, locale, entries)) files.add(file)
    }
  } finally {
    await release()
  }
  const lost = keys.filter(key => !found.has(key))
  if (lost.length > 0) {
    throw new VersoError(
      'usage',
      `No segment has the key ${lost.join(', ')}. verso diff ${locale} --json lists keys.`,
    )
  }
  const written = await refreshPages(project, locale, signal)
  for (const file of written.files) files.add(file)
  return { locale, changed, untranslated, files: [...files].toSorted() }
}

function chosenKeys(
  target: TargetInHand,
  wanted: ReadonlySet<string>,
  earlier: PageTargets | undefined,
): ReadonlySet<string> {
  const { targets } = target.entries
  const isChosen = (key: string) =>
    (wanted.size === 0 || wanted.has(key)) &&
    (earlier === undefined || earlier.targets.get(key) !== targets.get(key))
  return new Set(keysOf(target).filter(isChosen))
}

interface MarkedPage {
  readonly changes: ReadonlyMap<number, Entry>
  readonly segments: number
  readonly untranslated: number
}

type Mark = (text: string | undefined, before: SegmentState) => Entry | undefined

function markPage(target: TargetInHand, chosen: ReadonlySet<string>, mark: Mark): MarkedPage {
  const { targets, states } = target.entries
  const entries = new Map<string, Entry>()
  let untranslated = 0
  for (const key of chosen) {
    const text = targets.get(key)
    const state = states.get(key) ?? { key, state: text === undefined ? 'initial' : 'translated' }
    const entry = mark(text, state)
    if (entry !== undefined) entries.set(key, entry)
    else if (text === undefined) untranslated++
  }
  const changes = new Map<number, Entry>()
  for (const [index, key] of keysOf(target).entries()) {
    const entry = entries.get(key)
    if (entry !== undefined) changes.set(index, entry)
  }
  return { changes, segments: entries.size, untranslated }
}

/** The suggestion that is shown for a segment, or its text: undefined for one that stays as it is. */
function approved(text: string | undefined, before: SegmentState): Entry | undefined {
  const { suggestion, previousSource, ...state } = before
  if (state.state === 'final') return undefined
  if (suggestion !== undefined && (text === undefined || previousSource !== undefined)) {
    const { target, origin, score } = suggestion
    const { score: _, rung: __, ...rest } = state
    return {
      target,
      state: { ...rest, state: 'reviewed', origin, ...(score === undefined ? {} : { score }) },
    }
  }
  return confirmed(text, before)
}

/** The text as it is, for the source as it is. */
function confirmed(text: string | undefined, before: SegmentState): Entry | undefined {
  const { suggestion: _, previousSource, ...state } = before
  const isDone = state.state === 'final' || (state.state === 'reviewed' && previousSource === undefined)
  if (text === undefined || isDone) return undefined
  return { target: text, state: { ...state, state: 'reviewed' } }
}

function reopened(text: string | undefined, before: SegmentState): Entry | undefined {
  if (text === undefined || (before.state !== 'reviewed' && before.state !== 'final')) return undefined
  return { target: text, state: { ...before, state: 'translated' } }
}
