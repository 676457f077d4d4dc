import { describe, expect, test } from 'vitest'
import { carryTargets } from '../../src/catalogue/carry-targets.ts'
import { setTargets } from '../../src/catalogue/set-targets.ts'
import type { PageTargets, SegmentState, Skeleton } from '../../src/model.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { block, buildPage } from './build-page.ts'
import { sourceOf, targetsOf, translated } from './translated-page.ts'

/** A page of blocks between bars, of sentences between slashes; a `#` begins a heading. */
const pageOf = (text: string) =>
  buildPage(
    text
      .split(' | ')
      .filter(one => one !== '')
      .map(one => block(one.replace(/^# /, '').split(' / '), one.startsWith('# ') ? 'heading' : 'paragraph')),
  )

const machine = { state: 'translated', origin: 'deepl' } as const

/** What the segments of a page have: a target in brackets was made for another source. */
function shown(skeleton: Skeleton, page: PageTargets): string {
  const stale = new Set(
    [...page.states.values()].flatMap(one => (one.previousSource === undefined ? [] : one.key)),
  )
  const targets = targetsOf(skeleton, page)
  return segmentsOf(skeleton)
    .map(({ key }, n) => (stale.has(key) ? `(${targets[n]})` : (targets[n] ?? '?')))
    .join(' | ')
}

const carried = (before: Skeleton, after: Skeleton, page: PageTargets) =>
  carryTargets(sourceOf(before, page), after, page)

describe('of the segments of a page as it is now', () => {
  test.each([
    [
      'an edited sentence between two that stayed needs little in common',
      'Un. | Fermez image porte menu salon. | Fin.',
      'Un. | Prix salon ouvrez guide fermez ouvrez. | Fin.',
      'Un. | (Fermez image porte menu salon.) | Fin.',
    ],
    [
      'one for two needs more in common',
      'Un. | Fermez image porte menu salon. | Voici. | Fin.',
      'Un. | Prix salon ouvrez guide fermez ouvrez. | Fin.',
      'Un. | ? | Fin.',
    ],
    [
      'two for one need more in common',
      'Un. | Fermez image porte menu salon. | Fin.',
      'Un. | Voici. | Prix salon ouvrez guide fermez ouvrez. | Fin.',
      'Un. | ? | ? | Fin.',
    ],
    ['an edited sentence that became a heading needs more in common', 'Prix.', '# Prix. caisse', '?'],
    [
      'a short sentence that was edited and moved is a new one',
      'Lampe image page. | Rideau ouvrez.',
      'Rideau ouvrez. | Lampe image page. menu',
      'Rideau ouvrez. | ?',
    ],
    [
      'the half that holds little of a sentence is none of it',
      'Menu guide caisse. | Fin.',
      'Menu image. / guide caisse. | Fin.',
      '? | (Menu guide caisse.) | Fin.',
    ],
    [
      'two sentences are one where they have more in common than each for itself',
      'Image fermez compte lampe guide porte. / Lampe porte compte guide.',
      'Image fermez. / compte lampe guide porte et Lampe porte compte guide.',
      '? | (Image fermez compte lampe guide porte. Lampe porte compte guide.)',
    ],
    [
      'two sentences are not one that says much else',
      'Porte guide prix. / page salon lampe fermez.',
      'Porte guide prix et page salon lampe fermez et Page salon prix image fermez salon.',
      '?',
    ],
    [
      'a paragraph keeps its target from a heading that says the same',
      'Lampe salon rideau menu caisse.',
      '# Lampe salon rideau menu caisse. | Lampe salon rideau menu caisse.',
      '? | Lampe salon rideau menu caisse.',
    ],
    [
      'a second sentence like one that is gone is a new one',
      'Un. | Choisissez la langue de votre boutique. | Fin. | Fermez.',
      'Un. | Choisissez une langue de votre boutique. | Fin. | Fermez. | Choisissez votre langue de la boutique.',
      'Un. | (Choisissez la langue de votre boutique.) | Fin. | Fermez. | ?',
    ],
    [
      'what stayed at another place is no neighbour of what is new',
      'Ouvrez ouvrez rideau guide ouvrez. | Lampe page image page image.',
      'Rideau compte page fermez compte guide. | Ouvrez ouvrez rideau guide ouvrez.',
      '? | Ouvrez ouvrez rideau guide ouvrez.',
    ],
    [
      'a heading has the target of the heading, and a paragraph that of the paragraph',
      "L'accès | # L'accès",
      '# L’accès | L’accès',
      "heading L'accès | paragraph L'accès",
    ],
    [
      'nothing has the target of a sentence that another one has',
      "L'accès | Fin.",
      'L’accès | # L’accès | Fin.',
      "L'accès | ? | Fin.",
    ],
  ])('%s', (_, before, after, expected) => {
    const roles = expected.includes('heading ')
    const { page } = translated(pageOf(before), machine, ({ key, fragment }) =>
      roles ? `${key.split('.')[0]} ${fragment}` : fragment,
    )
    expect(shown(pageOf(after), carried(pageOf(before), pageOf(after), page))).toBe(expected)
  })

  test.each([
    [
      'stay with their neighbours',
      'Un. | Oui | Deux. | Oui',
      'Deux. | Oui | Un. | Oui',
      'Deux. | 2 | Un. | 1',
    ],
    ['stay in their order where no neighbour tells', 'Oui | Oui', 'Neuf. | Oui | Oui', '? | 1 | 2'],
    [
      'share the first one’s when there are more of them',
      'Un. | Oui | Deux. | Oui',
      'Un. | Oui | Deux. | Oui | Fin. | Oui',
      'Un. | 1 | Deux. | 2 | ? | 1',
    ],
    [
      'keep the first one’s when one is edited',
      'Un. | Oui / Oui',
      'Un. | Ouiche / Oui | Neuf.',
      'Un. | ? | 1 | ?',
    ],
    [
      'stay in their order where one neighbour tells as much as another',
      'Un. | Oui | Oui',
      'Un. | Oui / Neuf. | Oui / Dix.',
      'Un. | 1 | ? | 2 | ?',
    ],
  ])('equal ones with targets of their own %s', (_, before, after, expected) => {
    const [old, now] = [pageOf(before), pageOf(after)]
    const equal = segmentsOf(old).flatMap(({ fragment }, n) => (fragment === 'Oui' ? [n] : []))
    const { page } = translated(old, machine, ({ fragment }) => fragment)
    const own = equal.map((n, order) => {
      const state: SegmentState = { key: segmentsOf(old)[n]?.key ?? '', ...machine }
      return [n, { target: `${order + 1}`, state }] as const
    })
    expect(shown(now, carried(old, now, setTargets(page, segmentsOf(old), new Map(own))))).toBe(expected)
  })
})

test.each([
  ['that no engine had a usable text for says so no more', 'rejected', undefined],
  ['that was made in another way says so on', 'memory', 'memory'],
])('an edited sentence %s', (_, rung, expected) => {
  const [before, after] = [pageOf('Ouvrez le menu des prix.'), pageOf('Ouvrez le menu des bons prix.')]
  const found = carried(before, after, translated(before, { ...machine, rung }).page)
  expect([...found.states.values()].map(state => state.rung)).toEqual([expected])
})

test('what a machine made for a page that has no text any more goes', () => {
  const before = pageOf('Un. | Fin.')
  expect(carried(before, pageOf(''), translated(before, machine).page).targets.size).toBe(0)
})

describe('sentences made one', () => {
  const parts = 'Ouvrez le menu des réglages. / Choisissez la langue de votre boutique.'
  const whole = 'Ouvrez le menu des réglages et choisissez la langue de votre boutique.'
  const person = { state: 'reviewed', origin: 'human' } as const

  test.each<[string, readonly [string | undefined, Omit<SegmentState, 'key'>][], object]>([
    [
      'are as sure as the first where that is less sure',
      [
        ['A', machine],
        ['B', person],
      ],
      { target: 'A B', state: 'translated', origin: 'human' },
    ],
    [
      'are a machine’s where both were',
      [
        ['A', machine],
        ['B', machine],
      ],
      { target: 'A B', origin: 'deepl' },
    ],
    [
      'have no space for a target that is empty',
      [
        ['A', machine],
        ['', person],
      ],
      { target: 'A' },
    ],
    [
      'have the target of the one that has one',
      [
        ['A', machine],
        [undefined, { state: 'initial' }],
      ],
      { target: 'A', state: 'translated', previousSource: 'Ouvrez le menu des réglages.' },
    ],
    [
      'have no target where none had one',
      [
        [undefined, { state: 'initial' }],
        [undefined, { state: 'initial' }],
      ],
      { target: undefined },
    ],
  ])('%s', (_, entries, expected) => {
    const [before, after] = [pageOf(`Un. | ${parts} | Fin.`), pageOf(`Un. | ${whole} | Fin.`)]
    const { page } = translated(before)
    const keys = segmentsOf(before).map(({ key }) => key)
    const [targets, states] = [new Map(page.targets), new Map(page.states)]
    for (const [at, [target, state]] of entries.entries()) {
      const key = keys[at + 1] ?? ''
      states.set(key, { key, ...state })
      if (target === undefined) targets.delete(key)
      else targets.set(key, target)
    }
    const found = carried(before, after, { ...page, targets, states })
    const key = segmentsOf(after)[1]?.key ?? ''
    expect({ target: found.targets.get(key), ...found.states.get(key) }).toMatchObject(expected)
  })
})

describe('a segment that another one was put before', () => {
  const [one, two] = [pageOf('Ouvrez.'), pageOf('Neuf. | Ouvrez.')]
  const key = segmentsOf(one)[0]?.key ?? ''

  test.each<[string, Omit<SegmentState, 'key'>]>([
    ['is as stale as it was', { ...machine, previousSource: 'Fermez.' }],
    ['keeps its suggestion', { state: 'initial', suggestion: { target: 'Open!', origin: 'deepl' } }],
  ])('%s', (_, state) => {
    const page = {
      targets: new Map([[key, 'Open.']]),
      states: new Map([[key, { key, ...state }]]),
      diverged: false,
    }
    expect(carried(one, two, page).states.get(key)).toEqual({ key, ...state })
  })

  test('leaves what a person keeps under a key of their own its state', () => {
    const { page } = translated(one)
    const note: SegmentState = { key: 'menu.note', state: 'reviewed' }
    const noted = {
      ...page,
      targets: new Map([...page.targets, [note.key, 'Own.']]),
      states: new Map([...page.states, [note.key, note]]),
    }
    expect(carried(one, two, noted).states.get(note.key)).toEqual(note)
  })

  test('leaves out what a machine made for nobody knows what', () => {
    const { page } = translated(one)
    const lost: SegmentState = { key: 'paragraph.aaaaaaaaaa', ...machine }
    const known = {
      ...page,
      targets: new Map([...page.targets, [lost.key, 'Lost.']]),
      states: new Map([...page.states, [lost.key, lost]]),
    }
    expect(carried(one, two, known).targets.has(lost.key)).toBe(false)
  })
})
