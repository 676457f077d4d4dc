import type { Locale } from '../model.ts'
import type { LanguageTest } from './learn-page.ts'

/** Shorter texts are too often taken for another language. */
const MIN_LENGTH = 30

/**
 * Language identification by character n-grams (`eld`), among the two languages of a pair. Its tables are loaded on the
 * first call: only `align` needs them.
 */
export async function createLanguageTest(locales: readonly Locale[]): Promise<LanguageTest> {
  const { eld } = await import('eld/large')
  const detector = eld.newInstance()
  detector.setLanguageSubset(locales.map(locale => locale.split('-')[0] ?? locale))
  return text => {
    if (text.length < MIN_LENGTH) return undefined
    const { language } = detector.detect(text)
    return language === '' ? undefined : language
  }
}
