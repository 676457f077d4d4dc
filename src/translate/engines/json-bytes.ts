const encoder = new TextEncoder()

/** Bytes of a text as a JSON string. */
export function jsonBytes(text: string): number {
  return encoder.encode(JSON.stringify(text)).length
}
