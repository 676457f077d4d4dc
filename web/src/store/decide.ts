/** Decisions on segments, sent, and kept aside where they could not be saved. */

import type { Decision, DecisionResult, SegmentView } from '../../../src/pipeline/review/review-view.ts'
import { api } from '../api.ts'
import { t } from '../i18n.ts'
import { save } from './save.ts'
import { enter } from './shown-page.ts'
import { conflicts, pageName, previewVersion, say, type Target } from './state.ts'

/** What was saved, the last one at the end. */
export const undoable: { readonly id: string; readonly page: string; readonly index: number }[] = []

export function decide(
  segment: SegmentView,
  state: Decision['state'],
  target: Target | undefined,
): Promise<boolean> {
  return send([decisionOn(segment, state, target)], [segment])
}

export function decisionOn(
  segment: SegmentView,
  state: Decision['state'],
  target: Target | undefined,
): Decision {
  const { index, key, version } = segment
  return { index, key, version, state, ...(target === undefined ? {} : { target }) }
}

export async function send(decisions: readonly Decision[], seen: readonly SegmentView[]): Promise<boolean> {
  const page = pageName.value
  const result = await save(() => api.decide(page, decisions))
  // What could not be sent is kept as a conflict: nothing typed is ever lost.
  if (result === undefined) keepAside(decisions, seen, t('say.offline'))
  if (result === undefined) return false
  return settleResult(result, page, decisions, seen)
}

function settleResult(
  result: DecisionResult,
  page: string,
  decisions: readonly Decision[],
  seen: readonly SegmentView[],
): boolean {
  switch (result.type) {
    case 'saved':
      if (page === pageName.value) enter(result.page)
      undoable.push({ id: result.undo, page, index: decisions[0]?.index ?? 0 })
      previewVersion.value++
      return true
    case 'conflict': {
      if (page === pageName.value) enter(result.page)
      const lost = new Set(result.indexes)
      keepAside(
        decisions.filter(({ index }) => lost.has(index)),
        seen,
      )
      say('problem', t('say.conflict'))
      return false
    }
    case 'refused':
      keepAside(decisions, seen, result.message)
      say('problem', result.message)
      return false
  }
}

function keepAside(decisions: readonly Decision[], seen: readonly SegmentView[], reason?: string): void {
  const kept = new Map(conflicts.value)
  for (const { index, target, state } of decisions) {
    const before = seen.find(segment => segment.index === index)
    if (before !== undefined && (target !== undefined || reason === undefined))
      kept.set(index, { mine: target, before, state, ...(reason === undefined ? {} : { reason }) })
  }
  conflicts.value = kept
}
