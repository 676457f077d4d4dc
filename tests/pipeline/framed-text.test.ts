import { expect, test } from 'vitest'
import { framedText } from '../../src/pipeline/run/framed-text.ts'

const entries = { targets: new Map(), states: new Map() }

test.each([
  [
    'has its source’s line ends where Verso writes it',
    { ...entries, diverged: false, tail: 't' },
    'Open.\r\n',
  ],
  [
    'is a person’s to the last byte where they shaped it',
    { ...entries, diverged: true, tail: 't' },
    'Open.\n',
  ],
  ['is one that Verso never wrote', { ...entries, diverged: false }, 'Open.\n'],
])('a target page %s', (_, before, text) => {
  expect(framedText('Ouvrez.\r\n', 'Open.\n', before)).toBe(text)
})
