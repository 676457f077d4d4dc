import type { ConfidenceSigns } from './confidence.ts'
import type { Derivation } from './decode.ts'
import { FEATURES, type Feature } from './translation-option.ts'

/** What a text's derivations, one for each part, tell of the draft's quality. */
export function readSigns(derivations: readonly Derivation[]): ConfidenceSigns {
  const options = derivations.flatMap(derivation => derivation.options)
  const parts = options.flatMap(option => option.parts)
  const spans = (kind: 'adapted' | 'unknown'): number =>
    parts.reduce((sum, part) => sum + (part.phrase[kind] ? part.to - part.from : 0), 0)
  const feature = (name: Feature): number => {
    const at = FEATURES.indexOf(name)
    return parts.reduce((sum, part) => sum + (part.phrase.features[at] as number), 0)
  }
  const length = Math.max(
    1,
    parts.reduce((sum, part) => sum + part.to - part.from, 0),
  )
  const words = options.reduce((sum, option) => sum + option.words.length, 0)
  const language = derivations.reduce((sum, derivation) => sum + derivation.language, 0)
  return {
    length,
    phraseLength: length / Math.max(1, parts.length),
    own: spans('adapted') / length,
    unknown: spans('unknown') / length,
    // Each part of a text ends once.
    language: language / Math.max(1, words + derivations.length),
    forward: feature('forward') / length,
    lexicalForward: feature('lexicalForward') / length,
    lexicalBackward: feature('lexicalBackward') / length,
  }
}
