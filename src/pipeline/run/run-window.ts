import { withLinks } from '../../syntax/with-links.ts'
import type { StopReason } from '../../translate/ask/create-requester.ts'
import type { FillPage, FillResult } from '../../translate/fill-page.ts'
import { labelPolicyOf } from '../project/label-policy-of.ts'
import { applyFill } from './apply-fill.ts'
import { finishTarget } from './finish-target.ts'
import { groupByPage } from './group-by-page.ts'
import { isUnchanged } from './is-unchanged.ts'
import { keysOf } from './keys-of.ts'
import { learnEdits } from './learn-edits.ts'
import { listWanted } from './list-wanted.ts'
import type { LocaleRun } from './locale-run.ts'
import type { PageInHand } from './page-in-hand.ts'
import type { RunTools } from './run-tools.ts'
import { saveSources } from './save-sources.ts'
import { takeInTarget } from './take-in-target.ts'

/**
 * Takes a window of open pages through all target locales: hand edits, the source's catalogue, memory, engine, and at
 * last the pages.
 *
 * @param learnAhead enters what persons did to the pages of other windows into the memory: called before the first text is
 *   looked up in it
 * @returns why an engine's run ended early, if it did: what was done until then is on disk
 */
export async function runWindow(
  tools: RunTools,
  runs: readonly LocaleRun[],
  pages: readonly PageInHand[],
  learnAhead: () => Promise<void>,
  dryRun: boolean,
): Promise<StopReason | undefined> {
  for (const run of runs) await takeIn(tools, run, pages)
  if (runs.some(isWanting)) await learnAhead()
  if (!dryRun) saveSources(tools, runs, pages)
  for (const run of runs) {
    const stopped = await fill(tools, run, dryRun)
    await Promise.all([...run.inHand.values()].map(target => finishTarget(tools, run, target, dryRun)))
    if (stopped !== undefined) return stopped
  }
  return undefined
}

/** Brings the window's pages of a locale in hand; those that can't be worked on are left with their findings. */
async function takeIn(tools: RunTools, run: LocaleRun, pages: readonly PageInHand[]): Promise<void> {
  run.inHand.clear()
  const taken = await Promise.all(
    pages.map(async page => {
      if (isUnchanged(tools, run, page.file)) return undefined
      return { page, outcome: await takeInTarget(tools, run, page) }
    }),
  )
  for (const one of taken) {
    if (one === undefined) continue
    const { page, outcome } = one
    if (outcome.type === 'refused') {
      run.refused.set(page.file.page, [...page.diagnostics, ...outcome.diagnostics])
      continue
    }
    run.inHand.set(page.file.page, outcome.target)
    outcome.target.diagnostics.push(...(run.fillFindings.get(page.file.page) ?? []))
    if (outcome.edits > 0) learnEdits(run, outcome.target)
  }
}

function isWanting({ inHand, engineName }: LocaleRun): boolean {
  return [...inHand.values()].some(target => listWanted(target, engineName).length > 0)
}

async function fill(tools: RunTools, run: LocaleRun, dryRun: boolean): Promise<StopReason | undefined> {
  const pages = [...run.inHand.values()]
    .map(
      (target): FillPage => ({
        path: target.page.file.page,
        file: target.page.file.file,
        // The memory and the engines are given the links that the target's page has.
        skeleton: withLinks(target.page.skeleton, run.links),
        wanted: listWanted(target, run.engineName),
        labels: labelPolicyOf(tools.project.config, target.page.file.page),
      }),
    )
    .filter(({ wanted }) => wanted.length > 0)
  if (pages.length === 0) return undefined
  const { results, stopped, planned = [] } = await run.filler.fill(pages)
  if (!dryRun) enter(run, results)
  for (const [page, list] of groupByPage(planned)) {
    const target = run.inHand.get(page)
    if (target !== undefined) target.planned = new Set(list.map(({ index }) => index))
  }
  return stopped
}

function enter(run: LocaleRun, results: readonly FillResult[]): void {
  for (const [page, list] of groupByPage(results)) {
    const target = run.inHand.get(page)
    if (target === undefined) continue
    applyFill(target, list)
    const keys = keysOf(target)
    // What could not be translated anew has its earlier translation: it is stale.
    const isTranslated = (index: number) => target.entries.targets.has(keys[index] ?? '')
    const found = list.flatMap(({ index, diagnostics }) =>
      diagnostics.filter(({ code }) => code !== 'untranslated' || !isTranslated(index)),
    )
    target.diagnostics.push(...found)
    run.fillFindings.set(page, [...(run.fillFindings.get(page) ?? []), ...found])
  }
}
