import { base32Digest } from '../../syntax/base32-digest.ts'

/** Digest of a whole target page, as a move record has it. */
export function textDigest(text: string): string {
  return base32Digest(text, 26)
}
