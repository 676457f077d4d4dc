import type { Position } from '../../model.ts'
import { parseFragment } from '../../syntax/fragments/parse-fragment.ts'
import type { Conflict, Edit } from '../absorption.ts'
import { occurrenceKeys } from '../base/occurrence-keys.ts'
import type { BaseSegment, PageBase } from '../base/page-base.ts'
import { writtenDigest } from '../base/written-digest.ts'
import type { HoleSegment } from '../comparison/host-segment.ts'
import type { PageComparison } from '../comparison/page-comparison.ts'
import { codeLiterals } from './code-literals.ts'
import { emptiedSentences } from './emptied-sentences.ts'
import type { MergeOutcome } from './merge-three-way.ts'
import { mergeVersion } from './merge-version.ts'
import type { SegmentVersion } from './segment-version.ts'
import { versionsOf } from './versions-of.ts'

/** What a person did to the segments that are on the page, in the order of the base. */
export interface MergedSegments {
  readonly edits: readonly Edit[]
  readonly conflicts: readonly Conflict[]
  /** Indices in the base. */
  readonly unchanged: readonly number[]
}

/**
 * Merges every matched segment three ways. Of several segments that became one text, the first one takes it and the
 * others are left empty; so is a sentence that was taken out of its unit.
 */
export function mergeMatches(base: PageBase, page: PageComparison): MergedSegments {
  const keys = occurrenceKeys(base.segments.map(segment => segment.key))
  const edits: Edit[] = []
  const conflicts: Conflict[] = []
  const unchanged: number[] = []
  const take = (one: Taken) => {
    const key = keys[one.index] ?? one.segment.key
    edits.push(editOf(key, one))
    const conflict = conflictOf(key, one)
    if (conflict !== undefined) conflicts.push(conflict)
  }
  for (const version of page.matches.flatMap(match => versionsOf(page, match))) {
    const taken = takenOf(base, version)
    if (taken.length === 0) unchanged.push(...version.indices)
    for (const one of taken) take(one)
  }
  for (const { host, position } of emptiedSentences(page)) {
    const index = page.base[host]?.index ?? 0
    const segment = base.segments[index]
    const to = page.carried.to[host]
    const now = to === undefined ? undefined : page.source[to]
    // A sentence that the source lost as well needs no target.
    if (segment === undefined || now === undefined) continue
    const outcome: MergeOutcome = isUnwritten(segment)
      ? { type: 'conflict', with: 'catalogue' }
      : now.segment.fragment === segment.source
        ? { type: 'edited' }
        : { type: 'conflict', with: 'source' }
    take({ index, segment, target: '', outcome, now, codes: 'kept', position })
  }
  const byIndex = (a: Conflict | Edit, b: Conflict | Edit) => (a.index ?? 0) - (b.index ?? 0)
  return { edits: edits.sort(byIndex), conflicts: conflicts.sort(byIndex), unchanged }
}

/** A target taken from the page. */
interface Taken {
  readonly index: number
  readonly segment: BaseSegment
  readonly target: string
  readonly outcome: MergeOutcome
  readonly now: HoleSegment | undefined
  readonly codes: Edit['codes']
  readonly position: Position
}

/** What a version gives to those of its segments that it changes. */
function takenOf(base: PageBase, version: SegmentVersion): readonly Taken[] {
  const { indices, fragment, on, now } = version
  const segments = indices.flatMap(index => base.segments[index] ?? [])
  const outcomes = mergeVersion(segments, version)
  if (outcomes.every(outcome => outcome.type === 'unchanged')) return []
  const { unit, segment } = on[0]
  const written = segments.flatMap(({ source, target = source }) => parseFragment(target, unit.syntax))
  const isKept = codeLiterals([written]) === codeLiterals(on.map(one => one.segment.pattern))
  const taken = segments.map(
    (one, order): Taken => ({
      index: indices[order] ?? 0,
      segment: one,
      target: order === 0 ? fragment : '',
      outcome: outcomes[order] ?? { type: 'edited' },
      now: now[order],
      codes: isKept ? 'kept' : 'changed',
      position: segment.position,
    }),
  )
  return taken.filter(({ target, segment: { target: previous } }) => target !== previous)
}

function editOf(key: string, { index, segment, target, now, codes, position }: Taken): Edit {
  const { source, target: previous } = segment
  const isUnknown = isUnwritten(segment)
  return {
    index,
    segment: now?.index,
    key,
    target,
    previous,
    isUnwritten: isUnknown,
    isNew: segment.isNew === true,
    source,
    codes,
    position,
  }
}

/** Whether the catalogue has a text that never was on the page. */
function isUnwritten({ target, written }: BaseSegment): boolean {
  return target !== undefined && target !== '' && written !== undefined && written !== writtenDigest(target)
}

function conflictOf(key: string, taken: Taken): Conflict | undefined {
  const { index, segment, target, outcome, now, position } = taken
  if (outcome.type !== 'conflict') return undefined
  return {
    index,
    segment: now?.index,
    key,
    with: outcome.with,
    source: { before: segment.source, now: now?.segment.fragment },
    target: { catalogue: segment.target, page: target },
    position,
  }
}
