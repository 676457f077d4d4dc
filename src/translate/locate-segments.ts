import type { Segment, Skeleton, TextContext, Unit } from '../model.ts'
import { codeText } from './code-text.ts'
import type { MemoryContext } from './create-memory.ts'
import { listSegments } from './list-segments.ts'
import { patternText } from './pattern-text.ts'

/** A segment with the unit that holds it and what surrounds it in its page. */
export interface LocatedSegment {
  readonly segment: Segment
  readonly unit: Unit
  /** What the memory matches it by. */
  readonly memoryContext: MemoryContext
  /** What an engine may know of its surroundings. */
  readonly textContext: () => TextContext
}

/** The segments of a page in the order of `segmentsOf`, each with its surroundings. */
export function locateSegments(skeleton: Skeleton): readonly LocatedSegment[] {
  const list = listSegments(skeleton)
  let heading = ''
  return list.map(({ segment, unit }, index) => {
    const above = heading
    if (unit.role === 'heading') heading = segment.fragment
    const before = list[index - 1]?.segment
    const after = list[index + 1]?.segment
    return {
      segment,
      unit,
      memoryContext: {
        role: unit.role,
        heading: above,
        before: before?.fragment ?? '',
        after: after?.fragment ?? '',
      },
      textContext: () => ({
        title: skeleton.title,
        headings: unit.headings,
        before: plainText(before),
        after: plainText(after),
      }),
    }
  })
}

/** Labels, code and the like read as in the page. */
function plainText(segment: Segment | undefined): string {
  if (segment === undefined) return ''
  return patternText(segment.pattern, code => (code.kind === 'break' ? ' ' : codeText(code)))
}
