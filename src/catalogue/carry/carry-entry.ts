import type { SegmentState, State } from '../../model.ts'
import type { Entry } from '../entry.ts'
import { evenOut } from './even-out.ts'
import type { OldSegment } from './old-segment.ts'
import type { SourceMatch } from './source-match.ts'

const order: readonly State[] = ['initial', 'translated', 'reviewed', 'final']

/**
 * The entry that a segment takes over. A target stays the segment's own though its source changed: the segment is then
 * stale, and the source that the target was made for stays with it until the page has that source again.
 *
 * @param fragment of the segment as it is now
 * @returns undefined when there is nothing to take over
 */
export function carryEntry({ relation, olds }: SourceMatch, fragment: string): Entry | undefined {
  const [old] = olds
  if (!old) return undefined
  switch (relation) {
    case 'kept':
      return { target: old.target, state: old.state && kept(old.state, fragment) }
    case 'changed':
      return old.target === undefined ? undefined : staleEntry(old.target, old, madeFor(old), fragment)
    case 'rest':
      return old.target === undefined
        ? undefined
        : staleEntry('', withAlternatives(old, []), madeFor(old), fragment)
    case 'merged':
      return mergedEntry(olds, fragment)
  }
}

function kept({ orphanSource: _, ...state }: SegmentState, fragment: string): SegmentState {
  if (state.previousSource === undefined || evenOut(state.previousSource) !== evenOut(fragment)) return state
  return fresh(state)
}

/** Without what only a stale segment has: a suggestion was made for the source in between. */
function fresh({ previousSource: _, suggestion: __, ...state }: SegmentState): SegmentState {
  return state
}

function madeFor({ state, fragment }: OldSegment): string {
  return state?.previousSource ?? fragment
}

/** A target without a state line is one whose maker is not known: it counts as a translation. */
function stateOf({ key, state }: OldSegment): SegmentState {
  return state ?? { key, state: 'translated' }
}

function staleEntry(target: string, old: OldSegment, previousSource: string, fragment: string): Entry {
  const { suggestion: _, orphanSource: __, retranslate: ___, ...known } = stateOf(old)
  const state = known.rung === 'rejected' ? withoutRung(known) : known
  if (evenOut(previousSource) === evenOut(fragment)) return { target, state: fresh(state) }
  return { target, state: { ...state, previousSource } }
}

/** What an engine had no usable text for was another sentence. */
function withoutRung({ rung: _, ...state }: SegmentState): SegmentState {
  return state
}

function withAlternatives(old: OldSegment, alternatives: readonly string[]): OldSegment {
  const { alternatives: _, ...state } = stateOf(old)
  return { ...old, state: alternatives.length === 0 ? state : { ...state, alternatives } }
}

/** The targets of sentences made one are joined; the least sure of their states holds for all. */
function mergedEntry(olds: readonly OldSegment[], fragment: string): Entry | undefined {
  const translated = olds.filter(({ target }) => target !== undefined)
  const weakest = translated.reduce<OldSegment | undefined>((least, old) => {
    const isWeaker = !least || order.indexOf(stateOf(old).state) < order.indexOf(stateOf(least).state)
    return isWeaker ? old : least
  }, undefined)
  if (!weakest) return undefined
  const target = translated.flatMap(old => (old.target ? [old.target] : [])).join(' ')
  const source = translated.map(madeFor).join(' ')
  const alternatives = olds.flatMap(({ state }) => state?.alternatives ?? [])
  const entry = staleEntry(target, withAlternatives(weakest, alternatives), source, fragment)
  const isHuman = translated.some(({ state }) => state?.origin === 'human')
  return isHuman && entry.state ? { target, state: { ...entry.state, origin: 'human' } } : entry
}
