import type { DiagnosticCode } from '../diagnostic-codes.ts'
import type { Glossary, Locale, Pattern } from '../model.ts'
import { applyLabels } from './apply-labels.ts'
import { createNameBinder } from './bind-names.ts'
import { createTermChecker } from './check-terms.ts'
import { compareCodes } from './compare-codes.ts'
import type { LabelTable } from './create-label-table.ts'

/** What is wrong with a target. */
export interface TargetFinding {
  readonly code: Extract<
    DiagnosticCode,
    'codes-changed' | 'product-name' | 'glossary-term' | 'glossary-forbidden'
  >
  readonly message: string
  /** For terms: what to tell an engine so that it does better. */
  readonly instruction?: string
}

export type TargetChecker = (source: Pattern, target: Pattern, labels: LabelTable) => readonly TargetFinding[]

/**
 * Checks a target, as it stands in the catalogue, against its source: inline codes (law 3), product names as a
 * multiset, glossary terms. Labels may be kept, glossed or mapped.
 */
export function createTargetChecker(glossary: Glossary, source: Locale, target: Locale): TargetChecker {
  const names = createNameBinder(glossary.doNotTranslate)
  const terms = createTermChecker(glossary.terms, source, target)
  return (sourcePattern, targetPattern, labels) => {
    const { pattern } = applyLabels(targetPattern, sourcePattern, 'keep', labels)
    return [
      ...checkCodes(sourcePattern, pattern),
      ...checkNames(names.find(sourcePattern), names.find(pattern)),
      ...terms.check(sourcePattern, pattern),
    ]
  }
}

function checkCodes(source: Pattern, target: Pattern): readonly TargetFinding[] {
  const { missing, added } = compareCodes(source, target)
  if (missing.length === 0 && added.length === 0) return []
  const parts = [
    ...(missing.length > 0 ? [`lacks ${missing.join(', ')}`] : []),
    ...(added.length > 0 ? [`has ${added.join(', ')} over and above the source`] : []),
  ]
  return [{ code: 'codes-changed', message: `The target ${parts.join(' and ')}. Bring its markup in line.` }]
}

function checkNames(source: readonly string[], target: readonly string[]): readonly TargetFinding[] {
  const balance = new Map<string, { readonly name: string; count: number }>()
  const weigh = (name: string, weight: number) => {
    const key = name.replace(/\s+/g, ' ').toUpperCase()
    const entry = balance.get(key) ?? { name, count: 0 }
    entry.count += weight
    balance.set(key, entry)
  }
  for (const name of source) weigh(name, 1)
  for (const name of target) weigh(name, -1)
  return [...balance.values()]
    .filter(({ count }) => count !== 0)
    .map(({ name, count }) => ({
      code: 'product-name',
      message:
        count > 0
          ? `The target names “${name}” ${times(count)} less than the source. Product names are not translated.`
          : `The target names “${name}” ${times(-count)} more than the source.`,
    }))
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
