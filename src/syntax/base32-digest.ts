import { hash } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The first `length` characters, five bits each, of the SHA-256 of a text, in RFC 4648's base32 in lower case.
 *
 * @param length characters, at most 51
 */
export function base32Digest(text: string, length: number): string {
  const bytes = hash('sha256', text, 'buffer')
  let digest = ''
  for (let bit = 0; bit < length * 5; bit += 5) {
    const byte = bit >> 3
    const window = ((bytes[byte] ?? 0) << 8) | (bytes[byte + 1] ?? 0)
    digest += alphabet.charAt((window >> (11 - (bit & 7))) & 31)
  }
  return digest
}
