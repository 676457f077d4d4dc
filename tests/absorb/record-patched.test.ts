import { expect, test } from 'vitest'
import { recordPatched } from '../../src/absorb/record-patched.ts'
import { extract } from './page-kit.ts'

test('a text that the page has otherwise than it was to be written is not taken to be there', () => {
  const fragment = 'Open the menu.'
  const record = (page: string) =>
    recordPatched({
      source: extract('Ouvrez le menu.\n', 'fr'),
      written: extract(page, 'en'),
      standings: [{ type: 'text', fragment }],
      orphans: [],
    })
  expect(record('Open the menu now.\n').gaps).toEqual(['?'])
  expect(record('Open the menu.\n').gaps).not.toEqual(['?'])
})
