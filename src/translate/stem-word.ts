import type { Locale } from '../model.ts'

/**
 * The part of a word that its inflections share: number and gender in French, number and the regular verb endings in
 * English, and the first letters of the word in any other language. Light on purpose (the "minimal" stemmers of
 * J. Savoy, step 1 of Porter's for English): it serves to find a term again, so that a stem too short only makes a
 * check more lenient.
 *
 * @param word One word, without apostrophes.
 */
export function stemWord(word: string, locale: Locale): string {
  const lower = word.normalize('NFC').toLowerCase()
  switch (locale.slice(0, 2).toLowerCase()) {
    case 'fr':
      return stemFrench(lower)
    case 'en':
      return stemEnglish(lower)
    default:
      return lower.length > 5 ? lower.slice(0, Math.max(4, lower.length - 2)) : lower
  }
}

function stemFrench(word: string): string {
  if (word.length < 4) return word
  let stem = word
  if (/[^e]aux$/.test(stem)) stem = `${stem.slice(0, -3)}al`
  else if (/(?:eu|ou|eau)x$/.test(stem) || /[^s]s$/.test(stem)) stem = stem.slice(0, -1)
  if (stem.endsWith('e') && stem.length > 3) stem = stem.slice(0, -1)
  return undouble(stem)
}

function stemEnglish(word: string): string {
  if (word.length < 4) return word
  let stem = word
  if (/[^aeiou]ies$/.test(stem)) stem = `${stem.slice(0, -3)}y`
  else if (/(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2)
  else if (/[^su]s$/.test(stem)) stem = stem.slice(0, -1)
  stem = stem.replace(/^(.*[aeiouy].*?)(?:ing|ed)$/, '$1')
  stem = undouble(stem)
  if (stem.endsWith('e') && stem.length > 3) stem = stem.slice(0, -1)
  return stem.replace(/y$/, 'i')
}

function undouble(stem: string): string {
  return stem.length > 3 && /([bcdfgklmnprst])\1$/.test(stem) ? stem.slice(0, -1) : stem
}
