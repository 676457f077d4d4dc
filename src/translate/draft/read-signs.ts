import type { ConfidenceSigns } from './confidence.ts'
import type { Derivation } from './decode.ts'

/** What a text's derivations, one for each part, tell of the draft's quality. */
export function readSigns(derivations: readonly Derivation[]): ConfidenceSigns {
  let length = 0
  let phrases = 0
  let own = 0
  let ownLong = 0
  let unknown = 0
  let words = 0
  let language = 0
  let model = 0
  for (const derivation of derivations) {
    language += derivation.language
    for (const option of derivation.options) model += option.score
    for (const part of derivation.options.flatMap(option => option.parts)) {
      const span = part.to - part.from
      length += span
      phrases++
      words += part.phrase.words.length
      if (part.phrase.adapted) own += span
      if (part.phrase.adapted && span >= 4) ownLong += span
      if (part.phrase.unknown) unknown += span
    }
  }
  const whole = Math.max(1, length)
  return {
    length: whole,
    phraseLength: whole / Math.max(1, phrases),
    own: own / whole,
    ownLong: ownLong / whole,
    unknown: unknown / whole,
    language: language / Math.max(1, words + 1),
    model: model / whole,
  }
}
