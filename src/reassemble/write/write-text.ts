import type { Segment, Unit } from '../../model.ts'
import { applyEdits } from './apply-edits.ts'
import { escapeEdits } from './escape-edits.ts'
import { placeContexts } from './place-contexts.ts'

/** A translation where there is no markup but quotes around it: the title of a link, the value of an attribute. */
export function writeText(unit: Unit, segment: Segment, target: string): string {
  const text = target.replace(/\s*[\r\n]\s*/g, ' ')
  const { contexts, lineContexts } = placeContexts(unit, segment, false)
  return applyEdits(
    text,
    escapeEdits(text, [{ start: 0, end: text.length }], {
      contexts,
      lineContexts,
      startsLine: false,
      isRepeated: () => true,
      unbalancedInSource: () => 0,
    }),
  )
}
