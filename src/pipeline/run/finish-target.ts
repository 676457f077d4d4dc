import { findSilencer } from '../../check/find-silencer.ts'
import { findSuppressions } from '../../check/find-suppressions.ts'
import { pageFormat } from '../../config/page-format.ts'
import type { Diagnostic } from '../../model.ts'
import type { LocaleRun } from './locale-run.ts'
import type { TargetInHand } from './page-in-hand.ts'
import { reportState } from './report-state.ts'
import type { RunTools } from './run-tools.ts'
import { stampPage } from './stamp-page.ts'
import { writeFailed } from './write-failed.ts'
import { writeTarget } from './write-target.ts'

/** Writes a target page and its catalogue, and records what the page came to. A write that fails is a finding. */
export async function finishTarget(
  tools: RunTools,
  run: LocaleRun,
  target: TargetInHand,
  dryRun: boolean,
): Promise<void> {
  const { page, locale } = target
  const failures: Diagnostic[] = []
  if (!dryRun) {
    try {
      const { files, diagnostics } = await writeTarget(tools, target, run.isTestRun)
      for (const file of files) run.files.add(file)
      target.diagnostics.push(...diagnostics)
    } catch (error) {
      failures.push(writeFailed(target.file, error, locale))
    }
  }
  if (dryRun) {
    const absent = target.diverged?.alignment.absent.keys() ?? []
    target.planned = new Set([...(target.planned ?? []), ...absent])
  }
  run.events.push(...target.events)
  const reported = new Set(
    target.diagnostics.flatMap(({ code, key }) => (code === 'untranslated' ? (key ?? []) : [])),
  )
  const { untranslated, stale, diagnostics } = reportState(target, reported)
  const comments = findSuppressions(page.text, pageFormat(page.file.file))
  const isSilenced = (one: Diagnostic) =>
    one.file === page.file.file && findSilencer(comments, one) !== undefined
  const found = [...page.diagnostics, ...target.diagnostics, ...diagnostics]
  run.records.set(page.file.page, {
    // A page that could not be written is looked at again.
    stamps: failures.length > 0 ? [''] : stampPage(tools, page.file, locale, target.links),
    segments: page.segments.length,
    untranslated,
    stale,
    diagnostics: [...found.filter(one => !isSilenced(one)), ...failures],
  })
}
