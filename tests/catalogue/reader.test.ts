import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createReader } from '../../src/catalogue/create-reader.ts'

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
const spies = new Set<ReturnType<typeof vi.spyOn>>()

beforeEach(() => {
  for (const method of methods) spies.add(vi.spyOn(console, method))
})

afterEach(() => {
  for (const spy of spies) expect(spy, 'printed').not.toHaveBeenCalled()
  vi.restoreAllMocks()
  spies.clear()
})

const fr = { source: 'fr', target: 'en' }

test.each([
  'plain',
  '',
  ' ',
  '$t(other)',
  '$t(other, {"count": 1})',
  '{{date}} {{- raw}} {{count, number}}',
  '{date} %{name} %s',
  'a: b.c_one_plural',
  'un\u00a0: «\u202fdeux\u202f»',
  '<b>&amp;</b>',
  'a\nb',
])('the text %j passes through untouched', text => {
  const reader = createReader(fr)
  reader.add('page', new Map([['k', 'source']]), new Map([['k', text]]))
  expect(reader.read('page', 'k')).toBe(text)
})

test('any text is read as it is, under any key of any page', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('a.b', 'a:b', 'a_one', 'a_plural', 'a_zero', '1', 'constructor', 'toString', 'a/b c/é'),
  )
  fc.assert(
    fc.property(
      name.filter(page => page !== '__proto__'),
      fc.dictionary(name, fc.string()),
      (page, texts) => {
        const reader = createReader(fr)
        const target = new Map(Object.entries(texts))
        reader.add(page, new Map([['other', 'source']]), target)
        for (const [key, text] of target) expect(reader.read(page, key)).toBe(text)
      },
    ),
  )
})

test('a key that the target does not have is untranslated, whether or not the source has it', () => {
  const reader = createReader(fr)
  reader.add('page', new Map([['k', 'source']]), new Map())
  expect(reader.read('page', 'k')).toBeUndefined()
  expect(reader.read('page', 'missing')).toBeUndefined()
  expect(reader.read('page', 'constructor')).toBeUndefined()
  expect(reader.read('nowhere', 'k')).toBeUndefined()
})

test('a key is never looked for under another: no plural, no context, no path', () => {
  const reader = createReader(fr)
  reader.add(
    'page',
    new Map(),
    new Map([
      ['a_one', 'x'],
      ['a_other', 'x'],
      ['b', 'x'],
      ['a', '{"b":"x"}'],
    ]),
  )
  for (const key of ['a_two', 'a.b', 'page:b', 'c']) expect(reader.read('page', key)).toBeUndefined()
})

test('pages do not mix, and neither do a region and its language', () => {
  const reader = createReader({ source: 'fr', target: 'en-gb' })
  reader.add('a', new Map(), new Map([['k', 'A']]))
  reader.add('b', new Map([['k', 'source']]), new Map())
  expect(reader.read('a', 'k')).toBe('A')
  expect(reader.read('b', 'k')).toBeUndefined()
  const other = createReader(fr)
  expect(other.read('a', 'k')).toBeUndefined()
})

test('a page added again has its new texts alone, and a removed page none', () => {
  const reader = createReader(fr)
  reader.add(
    'page',
    new Map(),
    new Map([
      ['k', 'old'],
      ['gone', 'old'],
    ]),
  )
  reader.add('page', new Map(), new Map([['k', 'new']]))
  expect(reader.read('page', 'k')).toBe('new')
  expect(reader.read('page', 'gone')).toBeUndefined()
  reader.remove('page')
  expect(reader.read('page', 'k')).toBeUndefined()
  reader.remove('page')
})
