import { gapDigest } from '../../syntax/gap-digest.ts'
import type { GapRecord } from '../base/gap-record.ts'
import { alignSequences } from '../sequences/align-sequences.ts'
import type { Item, Match, Run } from '../sequences/sequence.ts'
import type { BaseHost } from './base-host.ts'
import type { HostSegment } from './host-segment.ts'
import { identityText } from './identity-text.ts'
import { joinFragments } from './join-fragments.ts'
import { spaceBefore } from './space-before.ts'

/** What became of one or more successive segments of the base. */
export interface EditedMatch {
  /** Positions among the base's hosts. */
  readonly base: readonly number[]
  /** Positions among the edited page's hosts. */
  readonly edited: Run
  readonly by: Match['by']
  /** The fragment that stands on the page now. */
  readonly fragment: string
}

/**
 * Finds the segments of the page as last written in the edited page. Several sentences of the edited page are matched
 * to one of the base where they make one fragment together; a sentence that a person added to a unit is taken to the
 * match beside it, so that a target may hold it.
 *
 * @param matching `exact`: nothing but the same text is matched
 */
export function matchEdited(
  base: readonly BaseHost[],
  edited: readonly HostSegment[],
  matching: 'exact' | 'similar',
  tails: { readonly base: GapRecord | undefined; readonly edited: string },
): readonly EditedMatch[] {
  const onPage = [...base.entries()].filter(([, host]) => host.text !== '')
  const aligned = alignSequences(
    onPage.map(([, host]) => itemOfBase(host, matching === 'exact' || host.gap === 'absent')),
    edited.map(itemOfHost),
  )
  const isGuess = ({ by, left }: Match): boolean =>
    by === 'place' && onPage.slice(left.start, left.end).every(([, { gap }]) => gap === undefined)
  const matches = withoutKnown(aligned, isGuess, base, edited, tails)
  const found = matches.map(match => joinablePart(match.right, edited))
  const known = matching === 'exact' ? [] : knownText(found, base, edited, tails)
  const runs = matching === 'exact' ? found : growRuns(found, edited, new Set(known))
  return matches.map((match, index) => {
    const run = runs[index] ?? match.right
    return {
      base: onPage.slice(match.left.start, match.left.end).map(([position]) => position),
      edited: run,
      by: match.by,
      fragment: joinFragments(edited.slice(run.start, run.end)),
    }
  })
}

function itemOfBase({ role, text, starts }: BaseHost, exact: boolean): Item {
  return exact ? { kind: role, text, starts, exact } : { kind: role, text, starts }
}

function itemOfHost({ unit, segment, starts }: HostSegment): Item {
  return { kind: unit.role, text: identityText(segment.pattern), starts }
}

/** The beginning of a run that can stand in one fragment. */
function joinablePart({ start, end }: Run, edited: readonly HostSegment[]): Run {
  let last = start + 1
  while (last < end && isJoined(edited, last)) last += 1
  return { start, end: last }
}

function isJoined(edited: readonly HostSegment[], position: number): boolean {
  const host = edited[position]
  return host !== undefined && spaceBefore(host) !== undefined
}

/**
 * What was never written is not matched by its place alone to text that stood there before: a person's own, which
 * translates nothing.
 */
function withoutKnown(
  matches: readonly Match[],
  isGuess: (match: Match) => boolean,
  base: readonly BaseHost[],
  edited: readonly HostSegment[],
  tails: { readonly base: GapRecord | undefined; readonly edited: string },
): readonly Match[] {
  if (!matches.some(isGuess)) return matches
  const sure = matches.filter(match => !isGuess(match)).map(({ right }) => right)
  const known = new Set(knownText(sure, base, edited, tails))
  return matches.filter(match => {
    const positions = Array.from(
      { length: match.right.end - match.right.start },
      (_, at) => match.right.start + at,
    )
    return !isGuess(match) || !positions.every(position => known.has(position))
  })
}

/** Positions among the edited page's hosts of unmatched text that the base has between the same two texts, or at its end. */
function knownText(
  runs: readonly Run[],
  base: readonly BaseHost[],
  edited: readonly HostSegment[],
  tails: { readonly base: GapRecord | undefined; readonly edited: string },
): readonly number[] {
  const records = [...base.map(({ gap }) => gap), tails.base]
  const written = new Set(records.flatMap(gap => (typeof gap === 'object' ? gap.page : [])))
  const matched = [...runs].sort((a, b) => a.start - b.start)
  return [...matched, { start: edited.length, end: edited.length }].flatMap(({ start }, order) => {
    const from = matched[order - 1]?.end ?? 0
    if (start <= from) return []
    const between = edited.slice(from, start)
    const text = between.map(({ gap, segment }) => gap + segment.raw).join('')
    const isKnown = written.has(gapDigest(text + (edited[start]?.gap ?? tails.edited)))
    return isKnown ? between.map((_, at) => from + at) : []
  })
}

/**
 * Gives every unmatched segment to the match before it in its unit, or else to the one after.
 *
 * @param known positions of those that are no part of a match
 */
function growRuns(
  runs: readonly Run[],
  edited: readonly HostSegment[],
  known: ReadonlySet<number>,
): readonly Run[] {
  const grown = [...runs]
  const owners = new Array<number | undefined>(edited.length).fill(undefined)
  for (const [index, { start, end }] of runs.entries()) owners.fill(index, start, end)
  const give = (position: number, neighbour: number) => {
    const index = owners[neighbour]
    const run = index === undefined ? undefined : grown[index]
    if (index === undefined || run === undefined || owners[position] !== undefined) return
    if (known.has(position)) return
    if (!isJoined(edited, Math.max(position, neighbour))) return
    owners[position] = index
    grown[index] = { start: Math.min(run.start, position), end: Math.max(run.end, position + 1) }
  }
  for (let position = 1; position < edited.length; position++) give(position, position - 1)
  for (let position = edited.length - 2; position >= 0; position--) give(position, position + 1)
  return grown
}
