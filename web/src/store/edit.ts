/** Opening and closing the editor. */

import { t } from '../i18n.ts'
import { decide } from './decide.ts'
import { activeSegment, draft, focusRequests, isEditing, say, type Target } from './state.ts'

export function startEditing(): void {
  const segment = activeSegment.value
  if (segment === undefined || segment.state === 'final') return
  isEditing.value = true
  // Whoever scrolled on edits in view.
  focusRequests.value++
}

/** The editor says what it holds: undefined when that is what the segment had. */
export function setDraft(target: Target | undefined): void {
  draft.value = target
}

export function discardEdit(): void {
  draft.value = undefined
  isEditing.value = false
  focusRequests.value++
}

/** Closes the editor and saves what was typed, not yet approved. */
export async function finishEditing(): Promise<void> {
  if (!isEditing.value) return
  const segment = activeSegment.value
  const target = takeDraft()
  isEditing.value = false
  if (segment === undefined || target === undefined) return
  if (await decide(segment, 'translated', target)) {
    say('done', t('say.saved', { number: segment.index + 1 }))
  }
}

export function takeDraft(): Target | undefined {
  const target = draft.value
  draft.value = undefined
  return target
}
