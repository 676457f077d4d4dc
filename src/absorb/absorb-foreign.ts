import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic, Locale, Skeleton } from '../model.ts'
import { gapsOf } from '../syntax/gaps-of.ts'
import type { Absorption, Edit, Unaligned } from './absorption.ts'
import type { PageAlignment } from './alignment/page-alignment.ts'
import { occurrenceKeys } from './base/occurrence-keys.ts'
import type { HoleSegment, HostSegment } from './comparison/host-segment.ts'
import { hostSegments } from './comparison/host-segments.ts'
import { joinFragments } from './comparison/join-fragments.ts'
import { alignForeign } from './foreign/align-foreign.ts'
import { unitsWithHosts } from './foreign/units-with-hosts.ts'
import { codeLiterals } from './merge/code-literals.ts'
import { reportAbsorption } from './report-absorption.ts'

/**
 * Takes in a target page that Verso never wrote. Where it is certain which of its sentences translates which of the
 * source's, they are edits; the page is diverged unless it has the source's structure throughout, and what could not
 * be aligned is told.
 *
 * A sentence that still says what the source says is not an edit: such a page may be half translated.
 */
export function absorbForeign(edited: Skeleton, source: Skeleton, file: string, locale: Locale): Absorption {
  const onPage = hostSegments(edited)
  const inSource = hostSegments(source)
  const units = unitsWithHosts(onPage, gapsOf(edited).tail)
  const sourceUnits = unitsWithHosts(inSource, gapsOf(source).tail)
  const unitPairs = alignForeign(units, sourceUnits)
  const pairs = unitPairs.flatMap(([e, s]) => pairHosts(units[e]?.hosts ?? [], sourceUnits[s]?.hosts ?? []))
  const segments = pairs.flatMap(pairHoles)
  const keys = occurrenceKeys(
    inSource.flatMap(host => [host, ...host.holes]).map(({ segment }) => segment.key),
  )
  const edits = segments.flatMap(([one, other]) => editOf(one, other, keys[other.index]) ?? [])
  const aligned = new Set(unitPairs.map(([e]) => e))
  const unaligned = units
    .filter((_, index) => !aligned.has(index))
    .map(({ hosts }): Unaligned => ({ raw: joinFragments(hosts), position: hosts[0].segment.position }))
  const isAlike =
    unitPairs.length === units.length &&
    unitPairs.length === sourceUnits.length &&
    pairs.every(([one, other]) => one.gap === other.gap) &&
    gapsOf(edited).tail === gapsOf(source).tail
  return {
    edits,
    unchanged: [],
    unaligned,
    removed: [],
    conflicts: [],
    diverged: !isAlike,
    alignment: {
      places: segments.map(([one, other]) => ({
        segments: [other.index],
        on: [one],
        fragment: one.segment.fragment,
      })),
      absent: unfoundOf(segments, keys.length),
      gaps: [],
      newBlocks: [],
      newSegments: [],
      obsolete: [],
    },
    diagnostics: [
      foreignPage(edits.length, keys.length, !isAlike, file, locale),
      ...reportAbsorption({ unaligned }, file, locale),
    ],
  }
}

type SegmentPair<Kind extends HoleSegment> = readonly [edited: Kind, source: Kind]

/** Units that are aligned have as many hosts, and those as many holes. */
function pairHosts(
  onPage: readonly HostSegment[],
  inSource: readonly HostSegment[],
): readonly SegmentPair<HostSegment>[] {
  return onPage.flatMap((host, index) => {
    const other = inSource[index]
    return other === undefined ? [] : [[host, other] as const]
  })
}

function pairHoles([host, other]: SegmentPair<HostSegment>): readonly SegmentPair<HoleSegment>[] {
  const holes = host.holes.flatMap((hole, index) => {
    const same = other.holes[index]
    return same === undefined ? [] : [[hole, same] as const]
  })
  return [[host, other], ...holes]
}

function editOf(one: HoleSegment, other: HoleSegment, key = other.segment.key): Edit | undefined {
  const { fragment: target, pattern, position } = one.segment
  const { fragment: source, pattern: sourcePattern } = other.segment
  if (target === source) return undefined
  const codes = codeLiterals([pattern]) === codeLiterals([sourcePattern]) ? 'kept' : 'changed'
  return {
    index: undefined,
    segment: other.index,
    key,
    target,
    previous: undefined,
    isUnwritten: false,
    isNew: false,
    source,
    codes,
    position,
  }
}

/** What could not be aligned may stand on the page all the same. */
function unfoundOf(pairs: readonly SegmentPair<HoleSegment>[], length: number): PageAlignment['absent'] {
  const found = new Set(pairs.map(([, other]) => other.index))
  const all = Array.from({ length }, (_, index) => index)
  return new Map(all.filter(index => !found.has(index)).map(index => [index, 'unfound']))
}

function foreignPage(
  taken: number,
  all: number,
  diverged: boolean,
  file: string,
  locale: Locale,
): Diagnostic {
  const kept = diverged
    ? 'Its structure is not the source’s, so that it is patched from now on and never written anew.'
    : 'It has the source’s structure and is written by Verso from now on.'
  return {
    code: 'page-foreign',
    severity: diagnosticCodes['page-foreign'],
    message: `Verso has not written this page: ${taken} of the source’s ${all} segments were found on it and taken as reviewed. ${kept}`,
    file,
    line: 1,
    column: 1,
    locale,
  }
}
