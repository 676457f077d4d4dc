/** What bytes read as: a text, its byte-order mark kept, or the place of the first byte that is not UTF-8, from 1. */
export type DecodedText =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'invalid-utf8'; readonly line: number; readonly column: number }

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Decodes strictly: a text of another encoding, taken for UTF-8, would lose its accents for good once it is written. */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  try {
    return { type: 'text', text: decoder.decode(bytes) }
  } catch {
    return { type: 'invalid-utf8', ...firstInvalidByte(bytes) }
  }
}

/** Line by line, since a line feed never stands inside a UTF-8 sequence. */
function firstInvalidByte(bytes: Uint8Array): { line: number; column: number } {
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(10, start)
    const end = feed === -1 ? bytes.length : feed + 1
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end))
      return { line, column: lossy.indexOf('\ufffd') + 1 }
    }
    start = end
  }
  return { line: 1, column: 1 }
}
