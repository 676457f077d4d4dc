import type { Locale } from '../model.ts'
import { createPairDetector } from './create-pair-detector.ts'
import type { LanguageTest } from './learn-page.ts'

/** Shorter texts are too often taken for another language. */
const MIN_LENGTH = 30

/** Tells a text's language. Its tables are loaded on the first call: only `align` needs them. */
export async function createLanguageTest(locales: readonly Locale[]): Promise<LanguageTest> {
  const detect = createPairDetector((await import('eld/large')).eld, locales)
  return text => {
    if (text.length < MIN_LENGTH) return undefined
    const { language } = detect(text)
    return language === '' ? undefined : language
  }
}
