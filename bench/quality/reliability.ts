/** A confidence, 0 to 100, and the chrF that the draft then had. */
export interface Foretold {
  readonly score: number
  readonly chrf: number
}

/** Drafts of about one confidence. */
interface ReliabilityBin {
  readonly drafts: number
  /** Means. */
  readonly score: number
  readonly chrf: number
}

export interface Reliability {
  /** From the least confidence; tens without a draft are left out. */
  readonly bins: readonly ReliabilityBin[]
  /** Mean confidence less mean chrF: above 0 when drafts promise too much. */
  readonly bias: number
  /** Expected calibration error: the mean gap between confidence and chrF in a bin, a draft. */
  readonly error: number
}

const BIN = 10

/**
 * How far confidence can be believed (Niculescu-Mizil and Caruana 2005, "Predicting Good Probabilities with Supervised
 * Learning", for the diagram; Naeini, Cooper and Hauskrecht 2015 for the error): drafts of equal confidence should have
 * that chrF in the mean. By chance alone the error of a few hundred drafts is 1 to 2.
 *
 * @param drafts one at least
 */
export function reliability(drafts: readonly Foretold[]): Reliability {
  const byTen = new Map<number, Foretold[]>()
  for (const draft of drafts) {
    const ten = Math.min(9, Math.floor(draft.score / BIN))
    byTen.set(ten, [...(byTen.get(ten) ?? []), draft])
  }
  const bins = [...byTen]
    .sort(([a], [b]) => a - b)
    .map(([, members]) => ({
      drafts: members.length,
      score: mean(members.map(draft => draft.score)),
      chrf: mean(members.map(draft => draft.chrf)),
    }))
  const gaps = bins.map(bin => (bin.drafts / drafts.length) * (bin.score - bin.chrf))
  return {
    bins,
    bias: gaps.reduce((sum, gap) => sum + gap, 0),
    error: gaps.reduce((sum, gap) => sum + Math.abs(gap), 0),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
