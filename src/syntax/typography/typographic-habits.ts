import type { Locale } from '../../model.ts'

/** How a language sets punctuation. */
export interface TypographicHabits {
  /** The marks among `: ; ! ?` that a space comes before. */
  readonly spacedMarks: string
  /** That space; it also stands between guillemets and what they quote. Empty: no space in either place. */
  readonly space: '' | '\u00a0'
  /** Opening and closing quotation mark, then those of a quotation inside a quotation. */
  readonly quotes: readonly [string, string, string, string]
}

const nbsp = '\u00a0'

/**
 * Quotation marks as in CLDR 48 (`delimiters.json`), bar the inner ones of French, which CLDR gives as guillemets
 * again and web pages write as here. Of the French-speaking countries only Canada spaces the colon alone.
 */
const habits: Readonly<Record<string, TypographicHabits>> = {
  fr: { spacedMarks: ':;!?', space: nbsp, quotes: ['«', '»', '“', '”'] },
  'fr-ca': { spacedMarks: ':', space: nbsp, quotes: ['«', '»', '“', '”'] },
  'fr-ch': { spacedMarks: ':;!?', space: nbsp, quotes: ['«', '»', '‹', '›'] },
  bg: unspaced('„', '“', '„', '“'),
  ca: unspaced('«', '»', '“', '”'),
  cs: unspaced('„', '“', '‚', '‘'),
  da: unspaced('“', '”', '‘', '’'),
  de: unspaced('„', '“', '‚', '‘'),
  el: unspaced('«', '»', '“', '”'),
  en: unspaced('“', '”', '‘', '’'),
  es: unspaced('“', '”', '‘', '’'),
  et: unspaced('„', '“', '‚', '‘'),
  eu: unspaced('«', '»', '“', '”'),
  fi: unspaced('”', '”', '’', '’'),
  gl: unspaced('“', '”', '‘', '’'),
  he: unspaced('”', '”', '’', '’'),
  hr: unspaced('„', '“', '‚', '‘'),
  hu: unspaced('„', '”', '»', '«'),
  it: unspaced('«', '»', '“', '”'),
  ja: unspaced('「', '」', '『', '』'),
  ko: unspaced('“', '”', '‘', '’'),
  lt: unspaced('„', '“', '„', '“'),
  lv: unspaced('“', '”', '‘', '’'),
  nb: unspaced('«', '»', '‘', '’'),
  nl: unspaced('‘', '’', '“', '”'),
  nn: unspaced('«', '»', '‘', '’'),
  no: unspaced('«', '»', '‘', '’'),
  pl: unspaced('„', '”', '«', '»'),
  pt: unspaced('“', '”', '‘', '’'),
  'pt-pt': unspaced('«', '»', '“', '”'),
  ro: unspaced('„', '”', '«', '»'),
  ru: unspaced('«', '»', '„', '“'),
  sk: unspaced('„', '“', '‚', '‘'),
  sl: unspaced('„', '“', '‚', '‘'),
  sv: unspaced('”', '”', '’', '’'),
  tr: unspaced('“', '”', '‘', '’'),
  uk: unspaced('«', '»', '„', '“'),
  zh: unspaced('“', '”', '‘', '’'),
  'zh-hant': unspaced('「', '」', '『', '』'),
}

/** The habits of a locale, else of its language; undefined for a language that the table doesn't know. */
export function typographicHabits(locale: Locale): TypographicHabits | undefined {
  const tag = locale.toLowerCase()
  return habits[tag] ?? habits[tag.split('-', 1)[0] ?? tag]
}

function unspaced(...quotes: [string, string, string, string]): TypographicHabits {
  return { spacedMarks: '', space: '', quotes }
}
