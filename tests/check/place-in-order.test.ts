import { expect, test } from 'vitest'
import { extractPage } from '../../src/extract/extract-page.ts'
import { placeInOrder } from '../../src/pipeline/check-run/place-in-order.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'

const source = segmentsIn('Un. Deux.\n\n![Trois](a.png)\n')

function segmentsIn(text: string) {
  const options = { file: 'page.md', locale: 'fr', format: 'markdown', values: [], attributes: [] } as const
  return segmentsOf(extractPage(text, options).skeleton)
}

test('each segment stands where its target does, and the source where there is none', () => {
  const onPage = segmentsIn('One. Two.\n\n![Trois](a.png)\n')
  expect(placeInOrder(source, onPage, ['One.', 'Two.', undefined])).toEqual(
    [0, 1, 2].map(index => ({ segments: [index], on: [index] })),
  )
})

test('a page with more sentences than targets is not in order', () => {
  const onPage = segmentsIn('One. And more. Two.\n\n![Trois](a.png)\n')
  expect(placeInOrder(source, onPage, ['One. And more.', 'Two.', undefined])).toBeUndefined()
})

test('a page is not in order where a sentence that became two makes up for one that is empty', () => {
  const onPage = segmentsIn('One. Two.\n\n![Three](a.png)\n')
  expect(placeInOrder(source, onPage, ['One. Two.', '', 'Three'])).toBeUndefined()
})
