import type { Locale } from '../../../model.ts'

/** Languages of which DeepL offers variants alone as a target. */
const variants: Readonly<Record<string, string>> = { en: 'en-GB', pt: 'pt-PT', no: 'nb' }

/** Variants that DeepL has as targets of their own. */
const regional = ['en-GB', 'en-US', 'es-419', 'pt-BR', 'pt-PT', 'zh-HANS', 'zh-HANT']

/**
 * DeepL's name of a target locale. A region that DeepL does not tell apart is left out: `fr-CA` is sent as `fr`.
 *
 * @param configured the configuration's names, `{ en: 'en-US' }`, which come first
 */
export function deeplTarget(locale: Locale, configured: Readonly<Record<Locale, string>>): string {
  const language = languageOf(locale)
  const named = configured[locale]
  if (named !== undefined) return named
  const variant = regional.find(name => name.toLowerCase() === locale.toLowerCase())
  return variant ?? configured[language] ?? variants[language] ?? language
}

/** The language alone: what DeepL takes as a source and in glossaries. */
export function deeplLanguage(locale: Locale): string {
  const language = languageOf(locale)
  return language === 'no' ? 'nb' : language
}

function languageOf(locale: Locale): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? locale
}
