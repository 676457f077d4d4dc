import type { Locale } from '../../model.ts'

/**
 * Language identification by character n-grams (`eld`), among the two languages of a pair. What the detector itself
 * calls unreliable is undefined.
 */
export async function createLanguageOf(
  locales: readonly Locale[],
): Promise<(text: string) => string | undefined> {
  const { eld } = await import('eld/small')
  const detector = eld.newInstance()
  detector.setLanguageSubset(locales.map(locale => locale.split('-')[0] ?? locale))
  return text => {
    const result = detector.detect(text)
    return result.language !== '' && result.isReliable() ? result.language : undefined
  }
}
