import picomatch from 'picomatch'
import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic } from '../model.ts'
import type { Suppression } from './suppression.ts'

/** An entry of the configuration's `suppress`. */
interface SuppressionRule {
  readonly code: string
  /** Page-path glob; with neither `pages` nor `key` the whole project is meant. */
  readonly pages?: string
  /** Segment key. */
  readonly key?: string
  readonly reason: string
}

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
  const matchers = rules.map(createMatcher)
  const left = diagnostics.filter(diagnostic => {
    const comment = comments
      .get(diagnostic.file)
      ?.find(
        ({ code, reason, first, last }) =>
          code === diagnostic.code && reason !== '' && diagnostic.line >= first && diagnostic.line <= last,
      )
    if (comment !== undefined) used.add(comment)
    return comment === undefined && !matchers.some(matches => matches(diagnostic, pageOf(diagnostic.file)))
  })
  const faults = [...comments].flatMap(([file, list]) =>
    list.flatMap(comment => (used.has(comment) ? [] : faultsOf(file, comment))),
  )
  return { diagnostics: [...left, ...faults], count: diagnostics.length - left.length }
}

function createMatcher({ code, pages, key }: SuppressionRule) {
  const isPage = pages === undefined ? () => true : picomatch(pages)
  return (diagnostic: Diagnostic, page: string | undefined): boolean =>
    diagnostic.code === code &&
    (key === undefined || diagnostic.key === key) &&
    (pages === undefined || (page !== undefined && isPage(page)))
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
