import { effect, signal } from '@preact/signals'
import type { FindingView } from '../../src/pipeline/review/review-view.ts'
import { api } from './api.ts'
import { activeSegment, draft, pageName } from './store/state.ts'

/** Findings of the text in the editor; undefined while it is what the segment has, or has not been looked at. */
export const draftFindings = signal<readonly FindingView[] | undefined>(undefined)

/** Pause in typing before the text is looked at, in ms. */
const pause = 300

export function followDraft(): void {
  effect(() => {
    const target = draft.value
    const segment = activeSegment.peek()
    const page = pageName.peek()
    if (target === undefined || segment === undefined) {
      draftFindings.value = undefined
      return
    }
    const timer = setTimeout(() => {
      api
        .check(page, segment.index, target)
        .then(found => {
          if (draft.peek() === target) draftFindings.value = found
        })
        // The notice of the connection says it.
        .catch(() => undefined)
    }, pause)
    return () => clearTimeout(timer)
  })
}
