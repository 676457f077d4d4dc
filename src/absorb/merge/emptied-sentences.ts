import type { Position } from '../../model.ts'
import type { PageComparison } from '../comparison/page-comparison.ts'
import { wasOnPage } from '../comparison/was-on-page.ts'

/** A sentence that a person took out of a unit that still stands. */
export interface EmptiedSentence {
  /** Its position among the base's hosts. */
  readonly host: number
  /** Where its unit stands on the edited page. */
  readonly position: Position
}

/** The sentences of the base that are not on the edited page although others of their unit are. */
export function emptiedSentences(page: PageComparison): readonly EmptiedSentence[] {
  const emptied: EmptiedSentence[] = []
  let missing: number[] = []
  let position: Position | undefined
  const close = () => {
    if (position !== undefined) for (const host of missing) emptied.push({ host, position })
    missing = []
    position = undefined
  }
  for (const [host, segment] of page.base.entries()) {
    if (segment.starts) close()
    const match = page.matchOfBase[host]
    if (match !== undefined) position ??= page.edited[match.edited.start]?.segment.position
    else if (wasOnPage(segment, page)) missing.push(host)
  }
  close()
  return emptied
}
