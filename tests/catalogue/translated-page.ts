import { assignKeys } from '../../src/catalogue/assign-keys.ts'
import { sourceResource } from '../../src/catalogue/source-resource.ts'
import type { PageTargets, Segment, SegmentState, Skeleton } from '../../src/model.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'

/** What a page's catalogue files hold. */
export interface Catalogued {
  readonly source: ReadonlyMap<string, string>
  readonly page: PageTargets
}

const none = { texts: new Map<string, string>(), foreign: [] }

/** The source texts of a page as the catalogue would list them beside these targets. */
export function sourceOf(skeleton: Skeleton, page: PageTargets): ReadonlyMap<string, string> {
  return sourceResource(segmentsOf(skeleton), key => page.targets.has(key) || page.states.has(key), none)
    .texts
}

/** The target that every segment of a page has. */
export function targetsOf(skeleton: Skeleton, page: PageTargets): readonly (string | undefined)[] {
  const isKnown = (key: string) => page.targets.has(key) || page.states.has(key)
  return assignKeys(segmentsOf(skeleton), isKnown).map(key => page.targets.get(key))
}

/** A page whose every segment is translated and in a state. */
export function translated(
  skeleton: Skeleton,
  state: Omit<SegmentState, 'key'> = { state: 'reviewed', origin: 'human' },
  translate: (segment: Segment) => string = ({ fragment }) => `EN ${fragment}`,
): Catalogued {
  const segments = segmentsOf(skeleton)
  const page: PageTargets = {
    targets: new Map(segments.map(segment => [segment.key, translate(segment)])),
    states: new Map(segments.map(({ key }) => [key, { ...state, key }])),
    diverged: false,
  }
  return { source: sourceOf(skeleton, page), page }
}
