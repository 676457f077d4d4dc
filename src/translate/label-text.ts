/**
 * The text of a label's literal, `**Autoriser**`: without its delimiters and backslash escapes, its spaces plain.
 */
export function labelText(literal: string): string {
  const inner = /^(\*\*|__)(.*)\1$/s.exec(literal)?.[2] ?? literal
  return inner
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}
