import type { Segment, Skeleton, Unit } from '../../model.ts'
import { gapsOf } from '../../syntax/gaps-of.ts'
import type { HoleSegment, HostSegment } from './host-segment.ts'

/** The segments of a page that are in no hole, in document order, each with those in its holes. */
export function hostSegments(skeleton: Skeleton): readonly HostSegment[] {
  const gaps = gapsOf(skeleton).before
  const hosts: HostSegment[] = []
  let index = 0
  for (const [unitIndex, unit] of unitsOf(skeleton).entries()) {
    for (const [position, segment] of segmentsOfUnit(unit).entries()) {
      const holes = holesOf(segment, index + 1)
      const gap = gaps[index] ?? ''
      hosts.push({ index, segment, unit, unitIndex, starts: position === 0, gap, holes })
      index += 1 + holes.length
    }
  }
  return hosts
}

function unitsOf(skeleton: Skeleton): readonly Unit[] {
  return skeleton.parts.filter(part => part.type === 'unit')
}

function segmentsOfUnit(unit: Unit): readonly Segment[] {
  return unit.pieces.filter(piece => piece.type === 'segment')
}

function holesOf(host: Segment, first: number): readonly HoleSegment[] {
  const units = host.pattern.flatMap(item =>
    typeof item === 'string' ? [] : (item.holes ?? []).map(hole => hole.unit),
  )
  return units
    .flatMap(unit => segmentsOfUnit(unit).map(segment => ({ segment, unit })))
    .map((hole, position) => ({ index: first + position, ...hole }))
}
