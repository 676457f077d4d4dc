/** What may be before a text on its line: indentation and the markers of block quotes, lists and tasks. */
const markers = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[[ xX]\](?=[ \t]))*/

/** How many block quotes the text at an offset is in, by the markers on its line. */
export function quotesAround(source: string, offset: number): number {
  const lineStart = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1
  const before = source.slice(lineStart, offset)
  return (markers.exec(before)?.[0] ?? '').split('>').length - 1
}
