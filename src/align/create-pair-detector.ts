import type { eld as Eld } from 'eld/large'
import type { Locale } from '../model.ts'

/** From this length on a text of a third language is told too: among so many, shorter ones are mistaken now and then. */
const longEnough = 80

/** What a text reads as: an ISO 639-1 code, '' when it reads as nothing. */
export interface DetectedLanguage {
  readonly language: string
  readonly isReliable: boolean
}

/**
 * Language identification by character n-grams: among the two languages of a pair, and for longer texts among all that
 * the detector knows, as far as it knows those two.
 */
export function createPairDetector(
  eld: typeof Eld,
  locales: readonly Locale[],
): (text: string) => DetectedLanguage {
  const languages = new Set(locales.map(locale => locale.split('-')[0] ?? locale))
  const ofPair = eld.newInstance()
  const isKnown = Object.keys(ofPair.setLanguageSubset([...languages])).length === languages.size
  const ofAll = eld.newInstance()
  return text => {
    const any = isKnown && text.length >= longEnough ? ofAll.detect(text) : undefined
    const isOther =
      any !== undefined && any.language !== '' && any.isReliable() && !languages.has(any.language)
    const found = isOther ? any : ofPair.detect(text)
    return { language: found.language, isReliable: found.isReliable() }
  }
}
