import type { Code, Skeleton } from '../../src/model.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'

export interface SegmentDescription {
  readonly role: string
  readonly at: string
  readonly fragment: string
  readonly codes?: readonly string[]
}

/** What a golden file says of the segments of a page. */
export function describeSegments(skeleton: Skeleton): readonly SegmentDescription[] {
  return segmentsOf(skeleton).map(({ key, fragment, pattern, position }) => {
    const codes = pattern.filter((item): item is Code => typeof item !== 'string')
    return {
      role: key.slice(0, key.indexOf('.')),
      at: `${position.line}:${position.column}`,
      fragment,
      ...(codes.length === 0 ? {} : { codes: codes.map(describeCode) }),
    }
  })
}

function describeCode({ form, kind, id, literal }: Code): string {
  return form === 'standalone' ? `${id} ${kind} ${literal}` : `${id} ${form} ${kind} ${literal}`
}
