/** What tells how good a draft is. */
export interface ConfidenceSigns {
  /** Source words. */
  readonly length: number
  /** Source words per phrase used. */
  readonly phraseLength: number
  /** Share of source words covered by phrases of the team's own pages, and by such phrases of four words or more. */
  readonly own: number
  readonly ownLong: number
  /** Share of source words that no model knows. */
  readonly unknown: number
  /** Mean log probability of a target word, by the language model. */
  readonly language: number
  /** Mean score of the phrases' features, a source word. */
  readonly model: number
}

/** Weights of the signs, fitted on held-out applications by `npm run bench:quality -- --calibrate`. */
const FIT = {
  constant: 76.567,
  logLength: -1.532,
  phraseLength: 13.122,
  own: 4.411,
  ownLong: 1.718,
  unknown: 0,
  language: 4.75,
  model: 6.769,
}

/** The signs as the regression sees them. */
export function confidenceTerms(signs: ConfidenceSigns): Readonly<Record<keyof typeof FIT, number>> {
  return {
    constant: 1,
    logLength: Math.log(signs.length),
    phraseLength: Math.log(signs.phraseLength),
    own: signs.own,
    ownLong: signs.ownLong,
    unknown: signs.unknown,
    language: signs.language,
    model: signs.model,
  }
}

/**
 * Expected quality of a draft, 0 to 100: its chrF against a person's translation, as a linear regression over the
 * signs foresees it (Specia et al. 2009, "Estimating the Sentence-Level Quality of Machine Translation Systems").
 */
export function confidence(signs: ConfidenceSigns): number {
  const terms = confidenceTerms(signs)
  let sum = 0
  for (const key of Object.keys(FIT) as (keyof typeof FIT)[]) sum += FIT[key] * terms[key]
  return Math.round(Math.max(0, Math.min(100, sum)))
}
