import { expect, test } from 'vitest'
import { saysSame } from '../../src/absorb/alignment/says-same.ts'
import { hostSegments } from '../../src/absorb/comparison/host-segments.ts'
import { extract } from './page-kit.ts'

test.each([
  ['the same spelt otherwise', 'Open the \\*menu.\n', [0], 'Open the &#42;menu.', true],
  ['words that are written as one', 'Open the website.\n', [0], 'Open the web site.', false],
  [
    'a target that is two sentences on the page, one below the other',
    'Open.\nNow.\n',
    [0],
    'Open.\u00a0Now.',
    true,
  ],
  ['two targets that are one sentence on the page', 'Open  now.\n', [0, 1], 'Open now.', true],
])('%s', (_, page, segments, text, expected) => {
  const [first, ...others] = hostSegments(extract(page, 'en'))
  if (first === undefined) throw new Error('The page has no text')
  const fragment = [first, ...others].map(host => host.segment.fragment).join(' ')
  expect(saysSame({ segments, on: [first, ...others], fragment }, text)).toBe(expected)
})
