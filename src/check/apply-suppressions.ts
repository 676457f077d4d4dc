import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic } from '../model.ts'
import { createRuleTest } from './create-rule-test.ts'
import { findSilencer } from './find-silencer.ts'
import type { Suppression } from './suppression.ts'
import type { SuppressionRule } from './suppression-rule.ts'

interface Suppressible {
  readonly diagnostics: readonly Diagnostic[]
  /** The comments of each file. */
  readonly comments: ReadonlyMap<string, readonly Suppression[]>
  readonly rules: readonly SuppressionRule[]
  /** The page path of a file; undefined for a file that is no page. */
  pageOf(file: string): string | undefined
}

interface Suppressed {
  readonly diagnostics: readonly Diagnostic[]
  readonly count: number
}

/**
 * Leaves out the findings that comments and the configuration silence, and adds those about comments that silence
 * nothing, give no reason or name no code.
 */
export function applySuppressions({ diagnostics, comments, rules, pageOf }: Suppressible): Suppressed {
  const used = new Set<Suppression>()
  const isRuledOut = createRuleTest(rules)
  const left = diagnostics.filter(diagnostic => {
    const comment = findSilencer(comments.get(diagnostic.file) ?? [], diagnostic)
    if (comment !== undefined) used.add(comment)
    return comment === undefined && !isRuledOut(diagnostic, pageOf(diagnostic.file))
  })
  const faults = [...comments].flatMap(([file, list]) =>
    list.flatMap(comment => (used.has(comment) ? [] : faultsOf(file, comment))),
  )
  return { diagnostics: [...left, ...faults], count: diagnostics.length - left.length }
}

function faultsOf(file: string, { code, reason, line }: Suppression): readonly Diagnostic[] {
  const place = { file, line, column: 1 }
  const fault = (
    kind: 'suppression-invalid' | 'suppression-unused',
    message: string,
  ): readonly Diagnostic[] => [{ code: kind, severity: diagnosticCodes[kind], message, ...place }]
  if (!(code in diagnosticCodes))
    return fault('suppression-invalid', `\`${code}\` is no code: this comment silences nothing. Correct it.`)
  if (reason === '')
    return fault(
      'suppression-invalid',
      'This comment gives no reason: it silences nothing. Write `verso-ignore code: reason`.',
    )
  return fault('suppression-unused', `There is no \`${code}\` here any more. Remove the comment.`)
}
