/** A command or a heading in capitals: what is written on buttons and columns. */
const screenText = /^\p{Lu}\p{Ll}+(?:er|ir|dre)(?!\p{L})|^[^\p{Ll}]+$/u

/**
 * Whether a bold text at the start of a sentence, with a colon after it, may be a term that the rest is about: it isn't
 * written as buttons and columns are.
 */
export function isTerm(text: string, after: string): boolean {
  return /^\s*[:：]/.test(after) && !screenText.test(text)
}
