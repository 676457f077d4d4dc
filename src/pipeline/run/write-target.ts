import { join } from 'node:path'
import type { Diagnostic, PageTargets } from '../../model.ts'
import type { TargetInHand } from './page-in-hand.ts'
import { patchTarget } from './patch-target.ts'
import { regenerateTarget } from './regenerate-target.ts'
import type { RunTools } from './run-tools.ts'

/** What was written, from the root, and what was found on the way. */
export interface WrittenTarget {
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Writes a target page and its catalogue files.
 *
 * What the sidecar says of the page (`gap`, `written`) must never be ahead of the page, or a run that is killed in
 * between would later be taken for a person's edit: a page that exists is written between two versions of its sidecar.
 *
 * @throws the file system's error
 */
export async function writeTarget(
  tools: RunTools,
  target: TargetInHand,
  isTestRun: boolean,
): Promise<WrittenTarget> {
  const { locale, page, file, onDisk: present } = target
  const { text, entries, recorded, diagnostics } =
    target.diverged === undefined
      ? await regenerateTarget(tools, target, isTestRun)
      : await patchTarget(tools, target, target.diverged, isTestRun)
  const files = new Set<string>()
  const save = (versions: PageTargets) => {
    for (const written of tools.catalogue.saveTargets(page.file.page, locale, versions)) files.add(written)
  }
  if (text !== present && present !== undefined) save(entries)
  if (text === present || present === undefined) save(recorded)
  if (text !== present) {
    // The redirect first: a killed run may leave one too early, never a page without it.
    if (!isTestRun) for (const redirects of recordAddress(tools, target, text)) files.add(redirects)
    tools.writeFile(join(tools.project.root, file), text, present ?? null)
    files.add(file)
  }
  if (text !== present && present !== undefined) save(recorded)
  target.entries = recorded
  return { files: [...files], diagnostics }
}

function recordAddress(
  { redirects }: RunTools,
  { locale, page, file, text: before }: TargetInHand,
  text: string,
): readonly string[] {
  const version = { page: page.file.page, file }
  return redirects.record(locale, before === undefined ? undefined : { ...version, text: before }, {
    ...version,
    text,
  })
}
