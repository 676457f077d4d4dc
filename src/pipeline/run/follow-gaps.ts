import type { GapEdit } from '../../absorb/alignment/page-alignment.ts'
import type { Diagnostic, Skeleton } from '../../model.ts'
import { applyEdits } from '../../reassemble/write/apply-edits.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'
import { extractTarget } from './extract-target.ts'
import type { DivergedPage, TargetInHand } from './page-in-hand.ts'
import type { RunTools } from './run-tools.ts'

/** A diverged page whose verbatim text follows its source. */
export interface FollowedPage {
  readonly text: string
  readonly skeleton: Skeleton
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Makes the changes of verbatim text that leave the page's units and segments as they are. Those that don't are told:
 * what stands beside them on this page is not what the source has there.
 */
export async function followGaps(
  tools: RunTools,
  target: TargetInHand,
  { skeleton, alignment: { gaps } }: DivergedPage,
): Promise<FollowedPage> {
  const { text = '', file, locale } = target
  const shape = shapeOf(skeleton)
  const tryEdits = async (edits: readonly GapEdit[]) => {
    const edited = applyEdits(text, edits)
    const { skeleton: found, diagnostics } = await extractTarget(tools, target, edited)
    const isSound = diagnostics.every(({ severity }) => severity !== 'error') && shapeOf(found) === shape
    return isSound ? { text: edited, skeleton: found } : undefined
  }
  if (gaps.length === 0) return { text, skeleton, diagnostics: [] }
  const whole = await tryEdits(gaps)
  if (whole !== undefined) return { ...whole, diagnostics: [] }
  let followed = { text, skeleton }
  const accepted: GapEdit[] = []
  const diagnostics: Diagnostic[] = []
  for (const edit of gaps) {
    const next = await tryEdits([...accepted, edit])
    if (next === undefined) {
      const before = text.slice(0, edit.start).split(/\r\n|\n|\r/)
      diagnostics.push(
        pageDiagnostic('structure-changed', file, message, {
          line: before.length,
          column: (before.at(-1)?.length ?? 0) + 1,
          locale,
        }),
      )
    } else {
      accepted.push(edit)
      followed = next
    }
  }
  return { ...followed, diagnostics }
}

const message =
  'The source changed here (an image, code, a link, a table), and the same change would alter the text around it on this page: it was not made. Make it by hand.'

function shapeOf(skeleton: Skeleton): string {
  const units = skeleton.parts.flatMap(part => (part.type === 'unit' ? part.role : []))
  return JSON.stringify([units, segmentsOf(skeleton).map(({ fragment }) => fragment)])
}
