/** What a reviewer does with the active segment, or with its whole page. */

import { api } from '../api.ts'
import { t } from '../i18n.ts'
import { decide, decisionOn, send, undoable } from './decide.ts'
import { finishEditing, takeDraft } from './edit.ts'
import { move, openPage } from './navigate.ts'
import { save } from './save.ts'
import { activate, enter } from './shown-page.ts'
import {
  activeSegment,
  approvable,
  conflicts,
  draft,
  focusRequests,
  isEditing,
  pageName,
  previewVersion,
  say,
  segments,
  type Target,
} from './state.ts'

export async function approve(): Promise<void> {
  const segment = activeSegment.value
  if (segment === undefined || segment.state === 'final') return
  const target = isEditing.value ? takeDraft() : undefined
  isEditing.value = false
  if (target === undefined && segment.targetFragment === undefined && segment.proposal === undefined) {
    say('problem', t('say.noTranslation'))
    return
  }
  if (!(await decide(segment, 'reviewed', target))) return
  say('done', t('say.approved', { number: segment.index + 1 }))
  await move(1)
}

/** Approves the text as it is, in place of what is proposed. */
export async function keep(): Promise<void> {
  const segment = activeSegment.value
  if (segment?.proposal === undefined || segment.targetFragment === undefined) return
  draft.value = undefined
  isEditing.value = false
  if (!(await decide(segment, 'reviewed', segment.targetFragment))) return
  say('done', t('say.approved', { number: segment.index + 1 }))
  await move(1)
}

export async function reopen(): Promise<void> {
  const segment = activeSegment.value
  if (segment === undefined || (segment.state !== 'reviewed' && segment.state !== 'final')) return
  if (await decide(segment, 'translated', undefined)) {
    say('done', t('say.reopened', { number: segment.index + 1 }))
  }
}

/** Puts a text in the place of the translation, to be looked at and approved. */
export async function take(target: Target): Promise<void> {
  const segment = activeSegment.value
  if (segment === undefined || segment.state === 'final') return
  draft.value = undefined
  isEditing.value = false
  await decide(segment, 'translated', target)
  focusRequests.value++
}

export function copySource(): Promise<void> {
  return take(activeSegment.value?.source ?? '')
}

export async function approvePage(): Promise<void> {
  await finishEditing()
  const chosen = approvable.value
  if (chosen.length === 0) return
  const decisions = chosen.map(segment => decisionOn(segment, 'reviewed', undefined))
  if (await send(decisions, chosen)) say('done', t('say.pageApproved', { count: chosen.length }))
}

export async function undo(): Promise<void> {
  const last = undoable.pop()
  if (last === undefined) {
    say('problem', t('say.nothingToUndo'))
    return
  }
  const result = await save(() => api.undo(last.id))
  if (result === undefined) return
  if (last.page !== pageName.value) await openPage(last.page, last.index)
  else if (result.type !== 'refused') {
    enter(result.page)
    previewVersion.value++
    activate(last.index)
  }
  if (result.type === 'saved') say('done', t('say.undone'))
  else say('problem', result.type === 'refused' ? result.message : t('say.conflict'))
  focusRequests.value++
}

export async function settle(index: number, choice: 'mine' | 'theirs'): Promise<void> {
  const conflict = conflicts.value.get(index)
  const segment = segments.value[index]
  const rest = new Map(conflicts.value)
  rest.delete(index)
  conflicts.value = rest
  if (conflict === undefined || segment === undefined || choice === 'theirs') return
  if (await decide(segment, conflict.state, conflict.mine)) say('done', t('say.saved', { number: index + 1 }))
}
