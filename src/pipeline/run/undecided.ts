import type { Diagnostic, SegmentState } from '../../model.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'

/** Characters of a text that the finding shows. */
const shown = 120

/**
 * The finding about a segment that was edited on the page and in the catalogue at once, until a person decides between
 * the two.
 *
 * @param file the source page's
 * @param place of the segment there
 */
export function undecided(
  file: string,
  place: Parameters<typeof pageDiagnostic>[3],
  target: string | undefined,
  state: SegmentState | undefined,
): Diagnostic | undefined {
  if (state?.alternatives === undefined) return undefined
  const others = state.alternatives.map(quote).join(', ')
  const message = `This was changed to ${others} in the catalogue and to ${quote(target ?? '')} on the page: the page's text is kept. Approve it, or put the other one in its place, here or in the review.`
  return pageDiagnostic('hand-edit-conflict', file, message, place)
}

function quote(text: string): string {
  const characters = [...text]
  return characters.length > shown ? `“${characters.slice(0, shown).join('')}…”` : `“${text}”`
}
