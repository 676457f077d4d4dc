import type { Pattern } from '../model.ts'
import { labelText } from './label-text.ts'

/** Something in bold in a pattern: a label, or strong emphasis. */
export interface BoldRun {
  /** Its plain text; undefined where codes stand inside. */
  readonly text: string | undefined
  readonly isLabel: boolean
  /** Items of the pattern that make it up, half-open. */
  readonly start: number
  readonly end: number
}

/**
 * Everything in bold, in order. Whether bold names something on a screen or stresses is judged by its wording, so that
 * a label of the source may read as emphasis in a target and the other way round: both are listed.
 */
export function boldRuns(pattern: Pattern): readonly BoldRun[] {
  const runs: BoldRun[] = []
  for (const [start, item] of pattern.entries()) {
    if (typeof item === 'string') continue
    if (item.kind === 'label') {
      runs.push({ text: labelText(item.literal), isLabel: true, start, end: start + 1 })
    } else if (item.kind === 'strong' && item.form === 'open') {
      const inner = pattern[start + 1]
      const close = pattern[start + 2]
      const isPlain =
        typeof inner === 'string' &&
        typeof close === 'object' &&
        close.form === 'close' &&
        close.id === item.id
      runs.push({
        text: isPlain ? inner.replace(/[\s\u00a0\u202f]+/g, ' ').trim() : undefined,
        isLabel: false,
        start,
        end: isPlain ? start + 3 : start + 1,
      })
    }
  }
  return runs
}
