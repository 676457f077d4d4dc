import { type ConfidenceSigns, confidenceTerms } from '../../src/translate/draft/confidence.ts'

/**
 * Weights of the signs of confidence by ridge regression on drafts' chrF.
 *
 * @returns weights by sign, to be written into `confidence.ts`
 */
export function fitConfidence(
  drafts: readonly { readonly signs: ConfidenceSigns; readonly chrf: number }[],
): Readonly<Record<string, number>> {
  const rows = drafts.map(draft => Object.entries(confidenceTerms(draft.signs)))
  const names = rows[0]?.map(([name]) => name) ?? []
  const size = names.length
  const matrix = names.map((_, i) =>
    Array.from({ length: size + 1 }, (_, j): number => (i === j && i > 0 ? 1 : 0)),
  )
  rows.forEach((row, index) => {
    const values = [...row.map(([, value]) => value), drafts[index]?.chrf ?? 0]
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= size; j++) matrix[i]![j] = matrix[i]![j]! + values[i]! * values[j]!
    }
  })
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      if (k === i) continue
      const factor = matrix[k]![i]! / matrix[i]![i]!
      for (let j = i; j <= size; j++) matrix[k]![j] = matrix[k]![j]! - factor * matrix[i]![j]!
    }
  }
  return Object.fromEntries(
    names.map((name, i) => [name, Number((matrix[i]![size]! / matrix[i]![i]!).toFixed(3))]),
  )
}
