import { hash } from 'node:crypto'
import type { Role } from '../model.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The key of a segment: `<role>.` and 50 bits of SHA-256 over role and fragment, as ten characters of RFC 4648's
 * base32 in lower case. It depends on nothing else, so that a moved paragraph keeps its translation.
 */
export function segmentKey(role: Role, fragment: string): string {
  const digest = hash('sha256', `${role}\n${fragment}`, 'buffer')
  let key = `${role}.`
  for (let bit = 0; bit < 50; bit += 5) {
    const byte = bit >> 3
    const window = ((digest[byte] ?? 0) << 8) | (digest[byte + 1] ?? 0)
    key += alphabet.charAt((window >> (11 - (bit & 7))) & 31)
  }
  return key
}
