/** Words that title case leaves in lower case: articles, conjunctions and prepositions of up to three letters (APA). */
const MINOR = new Set('a an the and as but for if nor or so yet at by in of off on per to up via'.split(' '))

/** A word with its first letter in capitals; marks before it stay. */
export function capitalise(word: string): string {
  return word.replace(/\p{L}/u, letter => letter.toUpperCase())
}

/**
 * A word as title case writes it (Publication Manual of the American Psychological Association, 7th edition, 6.17).
 *
 * @param isFirst whether it is the first of the title or follows a colon or a dash
 */
export function titleWord(word: string, isFirst: boolean): string {
  if (!isFirst && MINOR.has(word.toLowerCase())) return word
  return word.replace(/(?<![\p{L}\p{N}'’])\p{Ll}(?=\p{L})/gu, letter => letter.toUpperCase())
}
