import type { DiagnosticCode } from '../../diagnostic-codes.ts'
import type { Finding } from '../finding.ts'
import type { PlacedSegment, SegmentPair } from '../page-pair.ts'
import { positionIn } from './position-in.ts'

/**
 * A finding at the target page's text.
 *
 * @param where the segment, or a pair whose first target segment that holds `part` it is
 * @param part what the finding is about, as written on the page
 */
export function targetFinding(
  code: DiagnosticCode,
  where: PlacedSegment | SegmentPair,
  message: string,
  part?: string,
): Finding {
  if (!('target' in where)) return { code, message, side: 'target', ...positionIn(where, part) }
  const holder =
    part === undefined ? undefined : where.target.find(({ segment }) => segment.raw.includes(part))
  return {
    code,
    message,
    side: 'target',
    ...positionIn(holder ?? where.target[0], part),
    key: where.key,
  }
}
