import { expect, test } from 'vitest'
import { derivedValues } from '../../src/pipeline/run/derived-values.ts'
import { targetInHand } from './support/target-in-hand.ts'

const config = 'frontMatter: { title: translate, lead: translate, slug: slug, name: stem, "*": keep }\n'
const page = (slug: string) =>
  `---\nlead: Bonjour\ntitle: Le menu. Suite\nslug: ${slug}\nname: le-menu\n---\n`
const lead = { target: 'Hello' }
const title = [{ target: 'The menu.' }, { target: 'Continued' }]

test.each([
  ['of the whole translated title', 'le-menu', [lead, ...title], { slug: 'the-menu-continued', name: 'a' }],
  [
    'no other when a sentence of the title is untranslated',
    'le-menu',
    [lead, ...title.slice(1)],
    { name: 'a' },
  ],
  ['of a page that stands for its folder', '/', [lead, ...title], { name: 'a' }],
  ['of one that says so without a name', '""', [lead, ...title], { name: 'a' }],
])('the slug is that %s', (_, slug, known, values) => {
  expect(derivedValues(targetInHand(page(slug), known, config), [])).toEqual(values)
})

test('a page that a person shaped keeps the slug that it has', () => {
  const target = targetInHand(page('le-menu'), [lead, ...title], config)
  expect(derivedValues({ ...target, entries: { ...target.entries, diverged: true } }, [])).toEqual({
    name: 'a',
  })
})
