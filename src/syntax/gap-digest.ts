import { base32Digest } from './base32-digest.ts'

/**
 * The digest by which a sidecar remembers text as last written to a target page: 40 bits of its SHA-256, eight
 * characters.
 */
export function gapDigest(raw: string): string {
  return base32Digest(raw, 8)
}
