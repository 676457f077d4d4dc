import type { Segment, Unit } from '../../model.ts'
import { repeatedIn } from '../../syntax/fragments/repeated-in.ts'
import { writeYamlScalar } from '../../syntax/yaml/write-yaml-scalar.ts'
import type { FilledSite } from './fill-holes.ts'
import { isChanged } from './is-changed.ts'
import { piecesToWrite } from './pieces-to-write.ts'
import type { Targets } from './targets.ts'
import type { UnitSlot } from './unit-slot.ts'
import { filledSites, type SegmentPlace, writeSource, writeTarget } from './write-segment.ts'
import { writeText } from './write-text.ts'

/** A segment with its translation: undefined where the source stands, empty where another segment says it all. */
interface Member {
  readonly segment: Segment
  readonly target: string | undefined
}

/**
 * A unit with its translations; one without any is its `raw`, untouched.
 *
 * @param startsLine whether nothing but container markers is before it on its line
 */
export function writeUnit(slot: UnitSlot, targets: Targets, startsLine: boolean): string {
  const { unit } = slot
  if (!isChanged(slot, targets)) return unit.raw
  const members = membersOf(slot, targets)
  const pieces = piecesToWrite(unit, at => members[at]?.target === '')
  if (unit.place.type === 'yaml') {
    const value = pieces.map(piece => (piece.type === 'gap' ? piece.raw : textOf(members[piece.at])))
    return writeYamlScalar(unit.raw, value.join(''), unit.place)
  }
  const sites = sitesOf(slot, members, targets)
  const isRepeated = repeatedIn(() => members.map(textOf).join('\n'))
  let atLineStart = startsLine
  const written = pieces.map(piece => {
    if (piece.type === 'gap') {
      atLineStart = /[\r\n]/.test(piece.raw)
      return piece.raw
    }
    const place = { unit, startsLine: atLineStart, isRepeated }
    atLineStart = false
    return writeMember(members, piece.at, sites[piece.at] ?? [], place)
  })
  return written.join('')
}

/** A sentence that stays may need escapes all the same, when the one before it is gone and it begins the line. */
function writeMember(
  members: readonly Member[],
  at: number,
  sites: readonly FilledSite[],
  place: SegmentPlace,
): string {
  const member = members[at]
  if (member === undefined) return ''
  const { segment } = member
  const hasMoved = place.startsLine && members[at - 1]?.target === ''
  const target = member.target ?? (hasMoved ? segment.fragment : undefined)
  if (target === undefined) return writeSource(segment, sites)
  return place.unit.syntax === 'text'
    ? writeText(place.unit, segment, target)
    : writeTarget(segment, target, sites, place)
}

function membersOf({ unit, indexes }: UnitSlot, targets: Targets): readonly Member[] {
  return unit.pieces
    .filter(piece => piece.type === 'segment')
    .map((segment, at) => {
      const target = targets[indexes[at] ?? -1]
      return { segment, target: target === segment.fragment ? undefined : tidied(unit, target) }
    })
}

/** White space at the ends of a text is none of Markdown's. */
function tidied({ syntax }: Unit, target: string | undefined): string | undefined {
  const text = target?.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  return syntax === 'text' ? text : text?.replace(/^[ \t\n]+/, '').replace(/(?<![ \t\n])[ \t\n]+$/, '')
}

function textOf(member: Member | undefined): string {
  return member === undefined ? '' : (member.target ?? member.segment.fragment)
}

/**
 * What goes into the markup of each segment: the texts of its own markup, and of that of the empty segments after it
 * (before it, for the first), whose markup is in its translation.
 */
function sitesOf(
  { unit, holes }: UnitSlot,
  members: readonly Member[],
  targets: Targets,
): readonly (readonly FilledSite[])[] {
  const sites: FilledSite[][] = members.map(() => [])
  if (holes.every(inside => inside.length === 0)) return sites
  let host = Math.max(
    0,
    members.findIndex(({ target }) => target !== ''),
  )
  for (const [at, { segment, target }] of members.entries()) {
    if (target !== '') host = at
    const written = (holes[at] ?? []).map(hole =>
      // In a translation an inner text stands as it is on the page, not as the translation has it.
      target !== undefined || isChanged(hole, targets) ? writeUnit(hole, targets, false) : undefined,
    )
    sites[host]?.push(...filledSites(segment, unit, written))
  }
  return sites
}
