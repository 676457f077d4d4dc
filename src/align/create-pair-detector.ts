import type { eld as Eld } from 'eld/large'
import type { Locale } from '../model.ts'

/** From this length on a text of a third language is told too: among so many, shorter ones are mistaken now and then. */
const longEnough = 80

/** With fewer letters than these, a text reads as nothing: “configuration” is a word of both languages of many a pair. */
const fewestLetters = 15

/** What a text reads as: an ISO 639-1 code, '' when it reads as nothing. */
export interface DetectedLanguage {
  readonly language: string
  readonly isReliable: boolean
}

/**
 * Language identification by character n-grams: among the two languages of a pair, and for longer texts among all that
 * the detector knows, as far as it knows those two.
 *
 * Names say nothing of the language they stand in (“Connection | La Toque Magique”): words in capitals after the first
 * one are left out.
 */
export function createPairDetector(
  eld: typeof Eld,
  locales: readonly Locale[],
): (text: string) => DetectedLanguage {
  const languages = new Set(locales.map(locale => locale.split('-')[0] ?? locale))
  const ofPair = eld.newInstance()
  const isKnown = Object.keys(ofPair.setLanguageSubset([...languages])).length === languages.size
  const ofAll = eld.newInstance()
  return whole => {
    const text = withoutNames(whole)
    if (text.replace(/\P{L}/gu, '').length < fewestLetters) return { language: '', isReliable: false }
    const any = isKnown && text.length >= longEnough ? ofAll.detect(text) : undefined
    const isOther =
      any !== undefined && any.language !== '' && any.isReliable() && !languages.has(any.language)
    const found = isOther ? any : ofPair.detect(text)
    return { language: found.language, isReliable: found.isReliable() }
  }
}

function withoutNames(text: string): string {
  const [start = ''] = /^\P{L}*[\p{L}\p{M}]+/u.exec(text) ?? []
  const rest = text.slice(start.length).replace(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}'’.-]*/gu, ' ')
  return `${start}${rest}`.replace(/\s+/g, ' ').trim()
}
