/** A translation of a run of source words, as one model knows it. */
export interface PhraseCandidate {
  readonly words: Int32Array
  /** For each target word, where in the run its slot stands; −1 for a word that is no slot. */
  readonly slots: Int32Array
  /** p(target | source) and p(source | target) by this model. */
  readonly forward: number
  readonly backward: number
  /** How often the pair was seen. */
  readonly count: number
  /** For each target word, the source words it is aligned with, relative to the run. */
  readonly links?: readonly (readonly number[])[]
}
