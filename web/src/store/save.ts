/** Asks of the server: saving, and reading a page again once it changed. */

import type { DecisionResult, PageView } from '../../../src/pipeline/review/review-view.ts'
import { api } from '../api.ts'
import { t } from '../i18n.ts'
import { activate, enter, relist } from './shown-page.ts'
import { active, isEditing, listed, pageName, previewVersion, say, view } from './state.ts'

/** Saves under way, and whether the page was said to have changed while they were: by them, or by somebody else. */
const saving = { count: 0, isRefreshDue: false }

/** Asks for something to be written. What the page is told of its own change comes after the answer. */
export async function save(call: () => Promise<DecisionResult>): Promise<DecisionResult | undefined> {
  saving.count++
  try {
    return await ask(call)
  } finally {
    saving.count--
    if (saving.count === 0 && saving.isRefreshDue) {
      saving.isRefreshDue = false
      setTimeout(() => void refresh())
    }
  }
}

/** Reads the page again, once what is being saved is. */
export function refreshSoon(): void {
  if (saving.count > 0) saving.isRefreshDue = true
  else void refresh()
}

/** Reads the page again. An editor that is open stays as it is: what was typed meets the change when it is saved. */
export async function refresh(): Promise<void> {
  const page = pageName.value
  const answer = await ask(() => api.page(page))
  if (answer === undefined || 'type' in answer || page !== pageName.value || saving.count > 0) return
  const before = view.value
  if (before !== undefined && isSame(before, answer)) return
  if (isEditing.value) return
  enter(answer)
  if (before?.segments.length !== answer.segments.length) {
    relist()
    if (answer.segments[active.value] === undefined) activate(listed.value[0] ?? 0)
  }
  previewVersion.value++
  if (before !== undefined) say('done', t('say.reloaded'))
}

function isSame(a: PageView, b: PageView): boolean {
  return (
    a.segments.length === b.segments.length &&
    a.segments.every((segment, index) => segment.version === b.segments[index]?.version)
  )
}

export async function ask<Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call()
  } catch {
    say('problem', t('say.offline'))
    return undefined
  }
}
