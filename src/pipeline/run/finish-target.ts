import type { Diagnostic } from '../../model.ts'
import { pageDiagnostic } from '../page-diagnostic.ts'
import type { LocaleRun } from './locale-run.ts'
import type { TargetInHand } from './page-in-hand.ts'
import { reportState } from './report-state.ts'
import type { RunTools } from './run-tools.ts'
import { stampPage } from './stamp-page.ts'
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
      failures.push(writeFailed(target, error as NodeJS.ErrnoException))
    }
  }
  run.events.push(...target.events)
  const reported = new Set(
    target.diagnostics.flatMap(({ code, key }) => (code === 'untranslated' ? (key ?? []) : [])),
  )
  const { untranslated, stale, diagnostics } = reportState(target, reported)
  run.records.set(page.file.page, {
    // A page that could not be written is looked at again.
    stamps: failures.length > 0 ? [''] : stampPage(tools, page.file, locale),
    segments: page.segments.length,
    untranslated,
    stale,
    diagnostics: [...page.diagnostics, ...target.diagnostics, ...diagnostics, ...failures],
  })
}

function writeFailed(
  { file, locale }: TargetInHand,
  { code, message, path }: NodeJS.ErrnoException,
): Diagnostic {
  const hint =
    code === 'ENOSPC'
      ? 'The disk is full. Make room, then run the command again.'
      : 'Make it writable, then run the command again.'
  const place = path === undefined ? '' : ` (${path.replace(/\.\d+$/, '')})`
  return pageDiagnostic(
    'write-failed',
    file,
    `The page or its catalogue can't be written${place}: ${code ?? message}. ${hint}`,
    {
      locale,
    },
  )
}
