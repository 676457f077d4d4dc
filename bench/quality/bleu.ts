const ORDER = 4

/** Matches and n-grams for each order, then the lengths of the hypothesis and of the reference nearest in length. */
export type BleuStatistics = Float64Array

/**
 * @param hypothesis tokens
 * @param references tokens of each reference
 */
export function bleuStatistics(
  hypothesis: readonly string[],
  references: readonly (readonly string[])[],
): BleuStatistics {
  const statistics = new Float64Array(ORDER * 2 + 2)
  for (let n = 1; n <= ORDER; n++) {
    const most = new Map<string, number>()
    for (const reference of references) {
      for (const [gram, count] of grams(reference, n)) most.set(gram, Math.max(count, most.get(gram) ?? 0))
    }
    let matches = 0
    for (const [gram, count] of grams(hypothesis, n)) matches += Math.min(count, most.get(gram) ?? 0)
    statistics[(n - 1) * 2] = matches
    statistics[(n - 1) * 2 + 1] = Math.max(0, hypothesis.length - n + 1)
  }
  statistics[ORDER * 2] = hypothesis.length
  statistics[ORDER * 2 + 1] = references
    .map(reference => reference.length)
    .reduce((best, length) =>
      Math.abs(length - hypothesis.length) < Math.abs(best - hypothesis.length) ? length : best,
    )
  return statistics
}

/** BLEU-4 of a corpus, 0 to 100 (Papineni, Roukos, Ward and Zhu 2002, "BLEU: a Method for Automatic Evaluation"). */
export function bleu(statistics: BleuStatistics): number {
  let sum = 0
  for (let n = 0; n < ORDER; n++) {
    const matches = statistics[n * 2] as number
    if (matches === 0) return 0
    sum += Math.log(matches / (statistics[n * 2 + 1] as number)) / ORDER
  }
  const length = statistics[ORDER * 2] as number
  const reference = statistics[ORDER * 2 + 1] as number
  return 100 * Math.exp(sum + Math.min(0, 1 - reference / length))
}

/** Words, numbers and marks: the spirit of mteval's international tokenisation (13a differs for a few marks). */
export function bleuTokens(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]+|[^\s\p{L}\p{M}\p{N}_]/gu) ?? []
}

function grams(tokens: readonly string[], n: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (let i = 0; i + n <= tokens.length; i++) {
    const gram = tokens.slice(i, i + n).join('\u0000')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}
