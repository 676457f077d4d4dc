import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Role } from '../../src/model.ts'
import { segmentKey } from '../../src/syntax/segment-key.ts'

const role = fc.constantFrom<Role>('heading', 'paragraph', 'listItem', 'cell', 'alt', 'title', 'frontMatter')

/** The first 50 bits of a SHA-256, five to a character. */
function digestOf(text: string): string {
  const bits = [...createHash('sha256').update(text).digest()].map(byte => byte.toString(2).padStart(8, '0'))
  const groups = bits.join('').match(/.{5}/g) ?? []
  return groups
    .slice(0, 10)
    .map(group => 'abcdefghijklmnopqrstuvwxyz234567'.charAt(Number.parseInt(group, 2)))
    .join('')
}

test('a key is the role and 50 bits of the digest of role and fragment', () => {
  fc.assert(
    fc.property(role, fc.string({ unit: 'grapheme' }), (own, fragment) => {
      expect(segmentKey(own, fragment)).toBe(`${own}.${digestOf(`${own}\n${fragment}`)}`)
    }),
  )
})
