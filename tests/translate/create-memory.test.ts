import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PageTargets, SegmentState } from '../../src/model.ts'
import { parseFragment } from '../../src/syntax/fragments/parse-fragment.ts'
import { createMemory, type MemoryContext, type MemoryPair } from '../../src/translate/create-memory.ts'
import { rememberPage } from '../../src/translate/remember-page.ts'

const nowhere: MemoryContext = { role: 'paragraph', heading: '', before: '', after: '' }

function pair(source: string, target: string, rest: Partial<MemoryPair> = {}): MemoryPair {
  return { source, target, syntax: 'markdown', state: 'translated', context: nowhere, ...rest }
}

function memoryOf(...pairs: readonly MemoryPair[]) {
  const memory = createMemory()
  for (const one of pairs) memory.add(one)
  return memory
}

function query(fragment: string, context: MemoryContext = nowhere) {
  return { fragment, pattern: parseFragment(fragment, 'markdown'), context }
}

test('an equal source in equal surroundings is a match in context', () => {
  const context = { role: 'paragraph', heading: 'Étapes', before: 'A.', after: 'C.' } as const
  const memory = memoryOf(pair('Validez.', 'Confirm.', { context }))
  expect(memory.lookup(query('Validez.', context))).toMatchObject({
    target: 'Confirm.',
    match: 'context',
    score: 100,
  })
  expect(memory.lookup(query('Validez.', { ...context, before: '', after: '' }))).toMatchObject({
    match: 'exact',
  })
  expect(memory.lookup(query('Annulez.', context))).toBeUndefined()
})

test.each([
  ['Pourquoi\u00a0?', 'Pourquoi ?'],
  ['Pourquoi ?', 'Pourquoi?'],
  ["L’adresse de l'hôte", "L'adresse de l’hôte"],
  ['« Oui »', '«\u00a0Oui\u00a0»'],
  ['Un  mot', 'Un mot'],
  ['e\u0301te\u0301', 'été'],
])('sources that differ in spaces and apostrophes alone match at 99: %s, %s', (known, asked) => {
  const match = memoryOf(pair(known, 'x')).lookup(query(asked))
  expect(match).toMatchObject({ target: 'x', match: 'normalised', score: 99 })
})

test('a title in front matter matches the same words in a heading', () => {
  const memory = memoryOf(pair('Coûts & délais *', 'Costs & delays *', { syntax: 'text' }))
  expect(memory.lookup(query('Coûts &amp; délais \\*'))).toMatchObject({
    target: 'Costs & delays *',
    syntax: 'text',
  })
})

test('a person’s target beats a machine’s, whatever the context', () => {
  const context = { ...nowhere, before: 'Avant.', after: 'Après.' }
  const memory = memoryOf(
    pair('Validez.', 'Machine.', { context }),
    pair('Validez.', 'Person.', { state: 'reviewed', origin: 'human' }),
  )
  expect(memory.lookup(query('Validez.', context))?.target).toBe('Person.')
})

test('then the context decides, then the letter, then the number, then the order of the text', () => {
  const here = { ...nowhere, before: 'Avant.', after: 'Après.' }
  expect(
    memoryOf(pair('Ici.', 'Far.'), pair('Ici.', 'Far.'), pair('Ici.', 'Near.', { context: here })).lookup(
      query('Ici.', here),
    )?.target,
  ).toBe('Near.')
  expect(
    memoryOf(pair('Ici\u00a0!', 'A'), pair('Ici\u00a0!', 'A'), pair('Ici !', 'B')).lookup(query('Ici !'))
      ?.target,
  ).toBe('B')
  expect(
    memoryOf(pair('Ici.', 'A'), pair('Ici.', 'B'), pair('Ici.', 'B')).lookup(query('Ici.'))?.target,
  ).toBe('B')
  expect(memoryOf(pair('Ici.', 'B'), pair('Ici.', 'A')).lookup(query('Ici.'))?.target).toBe('A')
})

test('the order in which pairs were entered never matters', () => {
  const arbitrary = fc.record({
    source: fc.constantFrom('Ici !', 'Ici\u00a0!', 'Ici!'),
    target: fc.constantFrom('A', 'B', 'C'),
    syntax: fc.constantFrom('markdown' as const, 'text' as const),
    state: fc.constantFrom('translated' as const, 'reviewed' as const, 'final' as const),
    context: fc.record({
      role: fc.constantFrom('paragraph' as const, 'heading' as const),
      heading: fc.constantFrom('', 'H'),
      before: fc.constantFrom('', 'b'),
      after: fc.constantFrom('', 'a'),
    }),
  })
  fc.assert(
    fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 8 }), arbitrary, (pairs, asked) => {
      const question = { ...query(asked.source), context: asked.context }
      const forwards = memoryOf(...pairs).lookup(question)
      expect(memoryOf(...[...pairs].reverse()).lookup(question)).toEqual(forwards)
    }),
  )
})

test('test engines and empty or initial targets never enter', () => {
  const memory = memoryOf(
    pair('A.', 'Å.', { origin: 'pseudo' }),
    pair('A.', 'A.', { origin: 'identity' }),
    pair('A.', ''),
    pair('A.', 'B.', { state: 'initial' }),
  )
  expect(memory.size).toBe(0)
  expect(memory.lookup(query('A.'))).toBeUndefined()
})

test('what is refused gives way to the next best', () => {
  const memory = memoryOf(pair('A.', 'B.', { state: 'reviewed' }), pair('A.', 'C.'))
  expect(memory.lookup(query('A.'), ({ target }) => target !== 'B.')?.target).toBe('C.')
})

test('a page entered a thousand times over leaves no more than once', () => {
  const memory = createMemory()
  for (let copy = 0; copy < 1000; copy++)
    memory.add(pair('Ici.', 'Here.', { context: { ...nowhere, before: 'x' } }))
  expect(memory.size).toBe(1)
})

function pageTargets(entries: readonly (SegmentState & { readonly target?: string })[]): PageTargets {
  return {
    targets: new Map(
      entries.flatMap(({ key, target }) => (target === undefined ? [] : [[key, target] as const])),
    ),
    states: new Map(entries.map(({ target: _, ...state }) => [state.key, state])),
    diverged: false,
  }
}

test('a page’s stale targets enter for their last source, merged ones not at all', () => {
  const memory = createMemory()
  const sources = new Map([
    ['heading.h', 'Titre'],
    ['paragraph.a', 'Nouveau.'],
    ['paragraph.b', 'Un.'],
    ['paragraph.c', 'Deux.'],
    ['paragraph.d', 'Trois.'],
  ])
  rememberPage(memory, {
    sources,
    targets: pageTargets([
      { key: 'heading.h', state: 'reviewed', target: 'Title' },
      { key: 'paragraph.a', state: 'translated', target: 'Old.', previousSource: 'Ancien.' },
      { key: 'paragraph.b', state: 'reviewed', target: 'One and two.' },
      { key: 'paragraph.c', state: 'reviewed', target: '' },
      { key: 'paragraph.d', state: 'initial' },
      { key: 'paragraph.d~2', state: 'translated', target: 'Three again.' },
      { key: 'paragraph.x', state: 'translated', target: 'Gone.', orphanSource: 'Parti.' },
    ]),
    syntaxOf: () => 'markdown',
  })
  expect(memory.size).toBe(4)
  expect(memory.lookup(query('Nouveau.'))).toBeUndefined()
  expect(memory.lookup(query('Ancien.'))?.target).toBe('Old.')
  expect(memory.lookup(query('Un.'))).toBeUndefined()
  expect(memory.lookup(query('Trois.'))?.target).toBe('Three again.')
  expect(memory.lookup(query('Parti.'))?.target).toBe('Gone.')
  const context = { role: 'paragraph', heading: 'Titre', before: 'Titre', after: 'Un.' } as const
  expect(memory.lookup(query('Ancien.', context))?.match).toBe('context')
})
