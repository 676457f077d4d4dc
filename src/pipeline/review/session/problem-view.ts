import type { PageFile } from '../../../config/page-file.ts'
import type { Diagnostic } from '../../../model.ts'
import type { PageView } from '../review-view.ts'

/** A page that can't be worked on: without segments, and why. */
export function problemView({ page, file }: PageFile, diagnostics: readonly Diagnostic[]): PageView {
  const [first] = diagnostics
  return {
    summary: {
      page,
      file,
      targetFile: '',
      title: '',
      segments: 0,
      done: 0,
      stale: 0,
      untranslated: 0,
      machine: 0,
      lowConfidence: 0,
      findings: diagnostics.length,
      problem: first === undefined ? file : `${first.file}:${first.line}:${first.column} ${first.message}`,
    },
    segments: [],
    findings: diagnostics.map(({ code, severity, message }) => ({ code, severity, message })),
  }
}
