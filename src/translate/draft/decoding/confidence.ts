/** What tells how good a draft is. None of it depends on the decoder's weights, which may be tuned anew. */
export interface ConfidenceSigns {
  /** Source words. */
  readonly length: number
  /** Source words per phrase used. */
  readonly phraseLength: number
  /** Share of source words covered by phrases of the team's own pages: 0 for a draft of the base model alone. */
  readonly own: number
  /** Share of source words that no model knows. */
  readonly unknown: number
  /** Mean log probability of a target word, by the language model. */
  readonly language: number
  /** Log probabilities of the phrases, a source word: as wholes, and word by word in both directions. */
  readonly forward: number
  readonly lexicalForward: number
  readonly lexicalBackward: number
}

/** Weights of the regression's terms. */
export type ConfidenceFit = Readonly<Record<keyof ReturnType<typeof confidenceTerms>, number>>

/** Fitted on held-out applications by `npm run bench:quality -- --calibrate`. */
const FIT: ConfidenceFit = {
  constant: 79.678,
  logLength: -2.295,
  phraseLength: 19.902,
  own: 26.417,
  unknown: -17.022,
  language: 2.17,
  forward: 6.135,
  lexicalForward: 2.797,
  lexicalBackward: 4.133,
  ownPhraseLength: -12.819,
  ownLanguage: 4.804,
}

/**
 * The signs as the regression sees them. Long phrases and likely words mean more the more of the draft is the team's own:
 * products of the signs let one fit hold for the base model alone, for a team's first pages and for a team with many.
 */
export function confidenceTerms(signs: ConfidenceSigns) {
  const phraseLength = Math.log(signs.phraseLength)
  return {
    constant: 1,
    logLength: Math.log(signs.length),
    phraseLength,
    own: signs.own,
    unknown: signs.unknown,
    language: signs.language,
    forward: signs.forward,
    lexicalForward: signs.lexicalForward,
    lexicalBackward: signs.lexicalBackward,
    ownPhraseLength: signs.own * phraseLength,
    ownLanguage: signs.own * signs.language,
  }
}

/**
 * Expected quality of a draft, 0 to 100: its chrF against a person's translation, as a linear regression over the
 * signs foresees it (Specia et al. 2009, "Estimating the Sentence-Level Quality of Machine Translation Systems").
 *
 * @param fit another fit than the engine's, to be judged
 */
export function confidence(signs: ConfidenceSigns, fit = FIT): number {
  const terms = confidenceTerms(signs)
  let sum = 0
  for (const term of Object.keys(terms) as (keyof ConfidenceFit)[]) sum += fit[term] * terms[term]
  return Math.round(Math.max(0, Math.min(100, sum)))
}
