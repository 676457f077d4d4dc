import {
  type ConfidenceFit,
  type ConfidenceSigns,
  confidenceTerms,
} from '../../src/translate/draft/decoding/confidence.ts'

/** Pulls weights that nothing speaks for towards 0; the constant is free. */
const RIDGE = 1

/**
 * Weights of the terms of confidence by ridge regression on drafts' chrF (Hoerl and Kennard 1970).
 *
 * @returns weights by term, to be written into `confidence.ts`
 */
export function fitConfidence(
  drafts: readonly { readonly signs: ConfidenceSigns; readonly chrf: number }[],
): ConfidenceFit {
  const rows = drafts.map(draft => Object.entries(confidenceTerms(draft.signs)))
  const names = rows[0]?.map(([name]) => name) ?? []
  const size = names.length
  const matrix = names.map((name, i) =>
    Array.from({ length: size + 1 }, (_, j): number => (i === j && name !== 'constant' ? RIDGE : 0)),
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
  ) as ConfidenceFit
}
