import { expect, test } from 'vitest'
import { writtenDigest } from '../../src/absorb/base/written-digest.ts'

test.each([
  ['escapes that its place on the page asks for', '1. Open the menu', '1\\. Open the menu'],
  ['an alt text', '![An image](a.png) here', '![Une image](a.png) here'],
  ['a title', '[here](/a "A title") now', '[here](/a "Un titre") now'],
  ['an attribute', '<img alt="An image"> here', '<img alt="Une image"> here'],
])('a text counts as the one that was written whatever it has of %s', (_, one, other) => {
  expect(writtenDigest(one)).toBe(writtenDigest(other))
})

test.each([
  ['a word', 'Open the menu', 'Shut the menu'],
  ['an image', '![An image](a.png) here', '![An image](b.png) here'],
  ['a link', '[here](/a "A title")', '[here](/b "A title")'],
  ['white space', 'Open the menu', 'Open  the menu'],
])('a text of which %s is another counts as another', (_, one, other) => {
  expect(writtenDigest(one)).not.toBe(writtenDigest(other))
})
