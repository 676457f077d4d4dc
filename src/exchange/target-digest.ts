import type { Pattern } from '../model.ts'
import { base32Digest } from '../syntax/base32-digest.ts'

/** Of a target as it is exported: by it, an import sees that somebody changed the catalogue in the meantime. */
export function targetDigest(target: Pattern | undefined): string {
  const text = target?.map(item => (typeof item === 'string' ? item : item.literal)).join('')
  return base32Digest(JSON.stringify(text ?? null), 10)
}
