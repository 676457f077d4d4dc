import type { Standing } from '../../absorb/alignment/standing.ts'
import type { Diagnostic, Segment } from '../../model.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'
import { keysOf } from './keys-of.ts'
import type { TargetInHand } from './page-in-hand.ts'

/** Lines that one finding names. */
const maxLines = 12

/**
 * Findings about segments of the source that are not on a patched page: one for each that is new, or changed in this
 * run, and one for all others of a page that was written by hand. What a person took off is none of them.
 *
 * @param standings parallel to the source's segments
 */
export function reportUnplaced(target: TargetInHand, standings: readonly Standing[]): readonly Diagnostic[] {
  const { page, locale } = target
  const keys = keysOf(target)
  const diagnostics: Diagnostic[] = []
  const unfound: Segment[] = []
  for (const [index, segment] of page.segments.entries()) {
    const standing = standings[index]?.type
    const isChanged = page.resource.texts.size > 0 && !page.resource.texts.has(segment.key)
    if (standing === 'unfound' && !isChanged) unfound.push(segment)
    else if (standing === 'awaited' || standing === 'unfound') {
      const { line, column } = segment.position
      const place = { line, column, locale, key: keys[index] ?? segment.key }
      diagnostics.push(pageDiagnostic('source-unplaced', page.file.file, messageOf(segment, standing), place))
    }
  }
  const [first] = unfound
  if (first === undefined) return diagnostics
  const { line, column } = first.position
  const summary = pageDiagnostic('source-unplaced', page.file.file, unfoundMessage(unfound), {
    line,
    column,
    locale,
  })
  return [...diagnostics, summary]
}

function messageOf({ fragment }: Segment, standing: 'awaited' | 'unfound'): string {
  const start = fragment.length > 60 ? `${fragment.slice(0, 60)}…` : fragment
  return standing === 'awaited'
    ? `“${start}” is not on the target page, whose structure is its own. Put its translation where it belongs there.`
    : `“${start}” changed, and where the target page says it could not be told. Compare the two pages here.`
}

function unfoundMessage(segments: readonly Segment[]): string {
  const lines = [...new Set(segments.map(({ position }) => position.line))]
  const named = lines.slice(0, maxLines).join(', ')
  const others = lines.length > maxLines ? ` and ${lines.length - maxLines} others` : ''
  return `${segments.length} of the source’s segments (lines ${named}${others}) were not found on the target page, whose structure is its own: changes of theirs are reported, and not made. Compare the two pages there.`
}
