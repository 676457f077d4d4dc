import { recordRegenerated } from '../../absorb/base/record-regenerated.ts'
import type { Entry } from '../../catalogue/entry.ts'
import { isPersons } from '../../catalogue/is-persons.ts'
import { setTargets } from '../../catalogue/set-targets.ts'
import { composeTarget } from './compose-target.ts'
import { keysOf } from './keys-of.ts'
import { localisationOf, localisedSkeleton } from './localised-skeleton.ts'
import { localisedTargets } from './localised-targets.ts'
import type { NewTarget } from './new-target.ts'
import type { TargetInHand } from './page-in-hand.ts'
import { recordPage } from './record-page.ts'
import type { RunTools } from './run-tools.ts'

/**
 * The target page from its source's skeleton. Machine-made targets that would change the page's structure become
 * suggestions, so that they are neither written nor asked for again; a person's stay, and are reported.
 */
export async function regenerateTarget(
  tools: RunTools,
  target: TargetInHand,
  isTestRun: boolean,
): Promise<NewTarget> {
  const { text, rejected, diagnostics } = await composeTarget(tools, target, isTestRun)
  const keys = keysOf(target)
  const changes = new Map<number, Entry>()
  for (const index of rejected) {
    const entry = demoted(target, keys[index])
    if (entry !== undefined) changes.set(index, entry)
  }
  const entries = setTargets(target.entries, target.page.segments, changes)
  const localisation = localisationOf(tools.project, target, isTestRun)
  const { targets } = localisedTargets(target.entries, localisation.follow.urls)
  const onPage = keys.map((key, index) => (rejected.includes(index) ? undefined : targets.get(key)))
  const source = localisedSkeleton(target.page.skeleton, localisation)
  const record = recordRegenerated(source, onPage)
  return { text, entries, recorded: recordPage({ page: target.page, entries }, record), diagnostics }
}

function demoted({ entries }: TargetInHand, key: string | undefined): Entry | undefined {
  const state = key === undefined ? undefined : entries.states.get(key)
  const text = key === undefined ? undefined : entries.targets.get(key)
  if (state?.state !== 'translated' || text === undefined || isPersons(state)) return undefined
  const { origin = 'memory', score, rung: _, key: __, ...rest } = state
  const suggestion = { target: text, origin, ...(score === undefined ? {} : { score }) }
  return { target: undefined, state: { ...rest, state: 'initial', suggestion } }
}
