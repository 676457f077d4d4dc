/** Statistics of one segment, or of many added up: for each order matches, n-grams of the hypothesis and of the reference. */
export type ChrfStatistics = Float64Array

const ORDER = 6
const BETA = 2

/** Character n-grams of 1 to 6 characters, white space left out. */
export function chrfStatistics(hypothesis: string, reference: string): ChrfStatistics {
  const statistics = new Float64Array(ORDER * 3)
  const left = [...hypothesis.replace(/\s+/gu, '')]
  const right = [...reference.replace(/\s+/gu, '')]
  for (let n = 1; n <= ORDER; n++) {
    const known = new Map<string, number>()
    for (let i = 0; i + n <= right.length; i++) {
      const gram = right.slice(i, i + n).join('')
      known.set(gram, (known.get(gram) ?? 0) + 1)
    }
    let matches = 0
    for (let i = 0; i + n <= left.length; i++) {
      const gram = left.slice(i, i + n).join('')
      const rest = known.get(gram) ?? 0
      if (rest > 0) {
        matches++
        known.set(gram, rest - 1)
      }
    }
    statistics[(n - 1) * 3] = matches
    statistics[(n - 1) * 3 + 1] = Math.max(0, left.length - n + 1)
    statistics[(n - 1) * 3 + 2] = Math.max(0, right.length - n + 1)
  }
  return statistics
}

/**
 * chrF2, 0 to 100: mean precision and mean recall of character n-grams, recall twice as important (Popović 2015,
 * "chrF: character n-gram F-score for automatic MT evaluation"; Popović 2016 for β = 2), as sacreBLEU computes it:
 * statistics are added up over segments, orders that neither side has are left out.
 */
export function chrf(statistics: ChrfStatistics): number {
  let precision = 0
  let recall = 0
  let orders = 0
  for (let n = 0; n < ORDER; n++) {
    const [matches = 0, hypothesis = 0, reference = 0] = statistics.subarray(n * 3, n * 3 + 3)
    if (hypothesis === 0 || reference === 0) continue
    precision += matches / hypothesis
    recall += matches / reference
    orders++
  }
  if (orders === 0 || precision + recall === 0) return 0
  const p = precision / orders
  const r = recall / orders
  return (100 * (1 + BETA ** 2) * p * r) / (BETA ** 2 * p + r)
}

/** Adds the second statistics to the first. */
export function addStatistics(sum: Float64Array, more: Float64Array): void {
  more.forEach((value, i) => {
    sum[i] = (sum[i] as number) + value
  })
}
