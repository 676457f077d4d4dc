/** Text of a page, or its file's name, on one line of a terminal: characters that would drive it (escape sequences) are shown instead. */
export function visibleText(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, character =>
    character === '\n' || character === '\t' ? ' ' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
}
