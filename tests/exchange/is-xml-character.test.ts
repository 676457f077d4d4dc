import { expect, test } from 'vitest'
import { isXmlCharacter } from '../../src/exchange/is-xml-character.ts'

// XML 1.0, 2.2: the first and the last of each range of production 2, and their neighbours. What is taken for no character
// of XML is left out of a translation memory.
test.each([0x9, 0xa, 0xd, 0x20, 0xd7ff, 0xe000, 0xfffd, 0x10000, 0x10ffff])('U+%i stands in XML', point => {
  expect(isXmlCharacter(point)).toBe(true)
})

test.each([0x0, 0x8, 0xb, 0xc, 0xe, 0x1f, 0xd800, 0xdfff, 0xfffe, 0xffff])('U+%i does not', point => {
  expect(isXmlCharacter(point)).toBe(false)
})
