import { createPairDetector } from '../../align/create-pair-detector.ts'
import type { Locale } from '../../model.ts'

/** Tells a text's language. What the detector itself calls unreliable is undefined. */
export async function createLanguageOf(
  locales: readonly Locale[],
): Promise<(text: string) => string | undefined> {
  const detect = createPairDetector((await import('eld/small')).eld, locales)
  return text => {
    const { language, isReliable } = detect(text)
    return language !== '' && isReliable ? language : undefined
  }
}
