import type { Entry } from '../../catalogue/entry.ts'
import { isPersons } from '../../catalogue/is-persons.ts'
import { setTargets } from '../../catalogue/set-targets.ts'
import type { SegmentState } from '../../model.ts'
import type { FillResult } from '../../translate/fill-page.ts'
import { keysOf } from './keys-of.ts'
import type { TargetInHand } from './page-in-hand.ts'

/** Enters what the memory and the engine gave for a page's segments. Findings are added to the page's. */
export function applyFill(target: TargetInHand, results: readonly FillResult[]): void {
  const keys = keysOf(target)
  const changes = new Map<number, Entry>()
  for (const result of results) {
    const key = keys[result.index]
    if (key === undefined) continue
    const entry = entryOf(result, target.entries.targets.get(key), target.entries.states.get(key))
    if (entry !== undefined) changes.set(result.index, entry)
  }
  target.entries = setTargets(target.entries, target.page.segments, changes)
}

/** @returns undefined when the catalogue stays as it is */
function entryOf(
  result: FillResult,
  current: string | undefined,
  before: SegmentState | undefined,
): Entry | undefined {
  if (before !== undefined && current !== undefined && isPersons(before)) {
    const suggestion = suggestionOf(result)
    return suggestion === undefined ? undefined : { target: current, state: { ...before, suggestion } }
  }
  const { target, state, origin, score, rung, suggestion } = result
  // The earlier translation is worth more than none.
  const isOutdated = before?.previousSource !== undefined || before?.retranslate === true
  if (before !== undefined && target === undefined && isOutdated) return unfilled(before, current, result)
  return {
    target,
    state: {
      ...onPage(before),
      state,
      ...(origin === undefined ? {} : { origin }),
      ...(score === undefined ? {} : { score }),
      ...(rung === undefined ? {} : { rung }),
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  }
}

/** A target that an engine had nothing better for: it is not asked for, and billed, a second time. */
function unfilled(
  before: SegmentState,
  current: string | undefined,
  { rung }: FillResult,
): Entry | undefined {
  if (rung !== 'rejected') return undefined
  const { retranslate: _, ...state } = before
  return { target: current, state: before.previousSource === undefined ? state : { ...state, rung } }
}

function suggestionOf({ target, origin, score, suggestion }: FillResult): SegmentState['suggestion'] {
  if (target === undefined || origin === undefined) return suggestion
  return { target, origin, ...(score === undefined ? {} : { score }) }
}

/** What is known of the page stays, whoever made the text, and what persons wrote elsewhere. */
function onPage(before: SegmentState | undefined): Pick<SegmentState, 'gap' | 'written' | 'alternatives'> {
  return {
    ...(before?.alternatives === undefined ? {} : { alternatives: before.alternatives }),
    ...(before?.gap === undefined ? {} : { gap: before.gap }),
    ...(before?.written === undefined ? {} : { written: before.written }),
  }
}
