/** Characters of a text that a message shows. */
const shown = 60

/** A text in quotation marks, on one line and not too long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line.slice(0, 2 * shown + 2)]
  return characters.length > shown ? `“${characters.slice(0, shown).join('')}…”` : `“${line}”`
}
