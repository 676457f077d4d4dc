/** A text of spaces as long as another, with its line breaks. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}
