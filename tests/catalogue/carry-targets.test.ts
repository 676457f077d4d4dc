import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carryTargets } from '../../src/catalogue/carry-targets.ts'
import { serialiseTargets } from '../../src/catalogue/serialise-targets.ts'
import { setTargets } from '../../src/catalogue/set-targets.ts'
import type { PageTargets, SegmentState, Skeleton } from '../../src/model.ts'
import { segmentKey } from '../../src/syntax/segment-key.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { type Block, block, buildPage } from './build-page.ts'
import { type Catalogued, sourceOf, targetsOf, translated } from './translated-page.ts'

const machine = { state: 'translated', origin: 'deepl' } as const
const person = { state: 'reviewed', origin: 'human' } as const

/** Carries a page's catalogue over to another version of it, as the next run would. */
function carry({ source, page }: Catalogued, skeleton: Skeleton): Catalogued {
  const carried = carryTargets(source, skeleton, page)
  return { source: sourceOf(skeleton, carried), page: carried }
}

/** Each segment of a page: its text, its target and what its state says beyond `state` and `origin`. */
function shown(skeleton: Skeleton, { page }: Catalogued) {
  const targets = targetsOf(skeleton, page)
  return segmentsOf(skeleton).map(({ key, fragment }, n) => {
    const was = page.states.get(key)?.previousSource
    return `${fragment} -> ${targets[n] ?? '?'}${was === undefined ? '' : ` (was ${was})`}`
  })
}

function orphans({ page }: Catalogued) {
  return [...page.states.values()].flatMap(({ key, orphanSource }) =>
    orphanSource === undefined ? [] : [`${orphanSource} -> ${page.targets.get(key)}`],
  )
}

function stale({ page }: Catalogued) {
  return [...page.states.values()].filter(({ previousSource }) => previousSource !== undefined)
}

const open = block('Ouvrez la page des points de vente.')
const click = block('Cliquez sur **Autoriser** pour donner accès à votre compte.')
const wait = block('Attendez que la connexion soit établie.')
const close = block('Fermez ensuite la fenêtre.')

test('an edited sentence keeps its target and state, and becomes stale', () => {
  const before = translated(buildPage([open, click, wait]))
  const after = buildPage([
    open,
    block('Cliquez sur **Autoriser** pour donner accès à tous vos comptes.'),
    wait,
  ])
  const carried = carry(before, after)
  expect(shown(after, carried)).toEqual([
    'Ouvrez la page des points de vente. -> EN Ouvrez la page des points de vente.',
    'Cliquez sur **Autoriser** pour donner accès à tous vos comptes. -> EN Cliquez sur **Autoriser** pour donner accès à votre compte. (was Cliquez sur **Autoriser** pour donner accès à votre compte.)',
    'Attendez que la connexion soit établie. -> EN Attendez que la connexion soit établie.',
  ])
  expect(stale(carried)).toMatchObject([person])
  expect(carried.page.targets.size).toBe(3)
})

test('a stale segment edited again still knows the source that its target was made for', () => {
  const one = buildPage([open, block('Choisissez votre point de vente.'), wait])
  const two = buildPage([open, block('Choisissez votre premier point de vente.'), wait])
  const three = buildPage([open, block('Choisissez votre tout premier point de vente.'), wait])
  const carried = carry(carry(translated(one), two), three)
  expect(shown(three, carried)[1]).toBe(
    'Choisissez votre tout premier point de vente. -> EN Choisissez votre point de vente. (was Choisissez votre point de vente.)',
  )
  expect(carry(carried, one).page).toEqual(translated(one).page)
})

test('a stale segment whose source returns is stale no more, wherever it went, and its suggestion goes', () => {
  const one = buildPage([open, block('Choisissez votre point de vente.'), wait])
  const two = buildPage([open, block('Choisissez votre premier point de vente.'), wait])
  const stalePage = carry(translated(one), two)
  const key = segmentKey('paragraph', 'Choisissez votre premier point de vente.')
  const suggestion = { target: 'S', origin: 'deepl' } as const
  const states = new Map(stalePage.page.states)
  states.set(key, { ...(states.get(key) as SegmentState), suggestion })
  const back = buildPage([block('Choisissez votre point de vente.'), close, wait, open])
  const carried = carry({ ...stalePage, page: { ...stalePage.page, states } }, back)
  expect(carried.page.states.get(segmentKey('paragraph', 'Choisissez votre point de vente.'))).toEqual({
    ...person,
    key: segmentKey('paragraph', 'Choisissez votre point de vente.'),
  })
})

test('what was proposed for a source, or asked for, goes when that source is edited again', () => {
  const one = buildPage([open, block('Choisissez votre point de vente.'), wait])
  const two = buildPage([open, block('Choisissez votre premier point de vente.'), wait])
  const three = buildPage([open, block('Choisissez votre tout premier point de vente.'), wait])
  const stalePage = carry(translated(one), two)
  const key = segmentKey('paragraph', 'Choisissez votre premier point de vente.')
  const suggestion = { target: 'S', origin: 'deepl' } as const
  const states = new Map(stalePage.page.states)
  states.set(key, { ...(states.get(key) as SegmentState), suggestion, retranslate: true })
  const carried = carry({ ...stalePage, page: { ...stalePage.page, states } }, three)
  const last = segmentKey('paragraph', 'Choisissez votre tout premier point de vente.')
  expect(carried.page.states.get(last)).toEqual({
    ...person,
    key: last,
    previousSource: 'Choisissez votre point de vente.',
  })
})

test('a source that returns after many edits, elsewhere, finds its target', () => {
  const versions = [
    'Choisissez un point de vente.',
    'Choisissez un point de vente du compte HubRise actif.',
    'Le compte HubRise actif a un point de vente par boutique.',
    'Le compte HubRise actif a ses propres catalogues, un par boutique.',
  ]
  const first = buildPage([open, block(versions[0] ?? ''), wait])
  let carried = translated(first)
  for (const version of versions) carried = carry(carried, buildPage([open, block(version), wait]))
  expect(stale(carried)).toMatchObject([{ previousSource: versions[0] }])
  const back = buildPage([block(versions[0] ?? ''), open, close, wait])
  expect(shown(back, carry(carried, back))[0]).toBe(`${versions[0]} -> EN ${versions[0]}`)
  expect(stale(carry(carried, back))).toEqual([])
})

test.each([
  ['plain to no-break spaces', 'Attention : lisez bien !', 'Attention\u00a0: lisez bien\u202f!'],
  ['no space to a space', 'Attention: lisez', 'Attention : lisez'],
  ['an entity', 'Attention : lisez', 'Attention&nbsp;: lisez'],
  ['straight to curly apostrophes', "Choisissez l'option", 'Choisissez l’option'],
  ['quotation marks', 'Le bouton "Oui"', 'Le bouton “Oui”'],
  ['spaces in guillemets', 'Le bouton «Oui»', 'Le bouton «\u00a0Oui\u00a0»'],
  ['the composition of accents', 'Paramètres', 'Parame\u0300tres'],
])('a segment whose typography alone changed keeps target and state: %s', (_, from, to) => {
  const after = buildPage([open, block(to)])
  const carried = carry(translated(buildPage([open, block(from)])), after)
  expect(targetsOf(after, carried.page)[1]).toBe(`EN ${from}`)
  expect(carried.page.states.get(segmentKey('paragraph', to))).toEqual({
    ...person,
    key: segmentKey('paragraph', to),
  })
  expect(carried.page.targets.size).toBe(2)
})

test('a segment whose role alone changed keeps target and state', () => {
  const after = buildPage([block('Connexion', 'heading'), open])
  const carried = carry(translated(buildPage([open, block('Connexion')])), after)
  expect(shown(after, carried)[0]).toBe('Connexion -> EN Connexion')
  expect(stale(carried)).toEqual([])
})

test('a sentence edited and moved is found again', () => {
  const after = buildPage([
    wait,
    open,
    close,
    block('Cliquez sur **Autoriser** pour donner accès à ce compte.'),
  ])
  const carried = carry(translated(buildPage([click, open, wait, close])), after)
  expect(shown(after, carried)[3]).toContain('-> EN Cliquez sur **Autoriser**')
  expect(stale(carried)).toHaveLength(1)
})

test('a new sentence is untranslated and makes no other one stale', () => {
  const after = buildPage([open, click, close, wait])
  const carried = carry(translated(buildPage([open, click, wait])), after)
  expect(shown(after, carried)[2]).toBe('Fermez ensuite la fenêtre. -> ?')
  expect(stale(carried)).toEqual([])
})

test('a misspelt heading that is corrected is stale, not new', () => {
  const after = buildPage([open, block('Prérequis', 'heading'), wait])
  const carried = carry(translated(buildPage([open, block('Préréquis', 'heading'), wait])), after)
  expect(shown(after, carried)[1]).toBe('Prérequis -> EN Préréquis (was Préréquis)')
})

test('a sentence split in two: the first part has the target, the second an empty one, both are stale', () => {
  const whole = 'Ouvrez le menu des réglages, puis choisissez la langue de votre boutique.'
  const parts = ['Ouvrez le menu des réglages.', 'Choisissez la langue de votre boutique.']
  const after = buildPage([open, block(parts), wait])
  const carried = carry(translated(buildPage([open, block(whole), wait])), after)
  expect(shown(after, carried).slice(1, 3)).toEqual([
    `${parts[0]} -> EN ${whole} (was ${whole})`,
    `${parts[1]} ->  (was ${whole})`,
  ])
})

test('two parts in blocks of their own are no split: the second one is new', () => {
  const whole = 'Ouvrez le menu des réglages, puis choisissez la langue de votre boutique.'
  const after = buildPage([
    open,
    block('Ouvrez le menu des réglages de votre boutique.'),
    block('Choisissez la langue.'),
    wait,
  ])
  const carried = carry(translated(buildPage([open, block(whole), wait])), after)
  expect(shown(after, carried).filter(line => line.includes('->  '))).toEqual([])
})

test('sentences made one: their targets are joined, the least sure state holds', () => {
  const parts = ['Ouvrez le menu des réglages.', 'Choisissez la langue de votre boutique.']
  const whole = 'Ouvrez le menu des réglages et choisissez la langue de votre boutique.'
  const before = translated(buildPage([open, block(parts), wait]))
  const key = segmentKey('paragraph', parts[1] ?? '')
  const states = new Map(before.page.states).set(key, { key, ...machine })
  const after = buildPage([open, block(whole), wait])
  const carried = carry({ ...before, page: { ...before.page, states } }, after)
  expect(shown(after, carried)[1]).toBe(
    `${whole} -> EN ${parts[0]} EN ${parts[1]} (was ${parts[0]} ${parts[1]})`,
  )
  expect(stale(carried)).toMatchObject([{ state: 'translated', origin: 'human' }])
  expect(orphans(carried)).toEqual([])
})

test("what the page has no more goes when a machine made it, and stays as an orphan when it is a person's", () => {
  const page = buildPage([open, click, wait])
  const after = buildPage([open])
  expect(carry(translated(page, machine), after).page).toEqual(translated(after, machine).page)
  for (const state of [
    person,
    { state: 'final', origin: 'deepl' },
    { state: 'translated', origin: 'human' },
  ] as const) {
    const carried = carry(translated(page, state), after)
    expect(orphans(carried)).toEqual(
      [click, wait].map(({ sentences }) => `${sentences[0]} -> EN ${sentences[0]}`),
    )
    expect([...carried.page.targets.keys()][0]).toBe(segmentKey('paragraph', open.sentences[0] ?? ''))
    expect(carry(carried, after).page).toEqual(carried.page)
    expect(targetsOf(page, carry(carried, page).page)).toEqual(targetsOf(page, translated(page).page))
    expect(orphans(carry(carried, page))).toEqual([])
  }
})

test('an orphan comes back for a segment of another role or typography too', () => {
  const page = buildPage([open, block("L'écran de connexion", 'heading')])
  const carried = carry(translated(page), buildPage([open]))
  const after = buildPage([open, block('L’écran de connexion')])
  expect(shown(after, carry(carried, after))[1]).toBe("L’écran de connexion -> EN L'écran de connexion")
  expect(orphans(carry(carried, after))).toEqual([])
})

test('a target without a state is carried, becomes stale and is kept as an orphan like any other', () => {
  const before = translated(buildPage([open, click]))
  const bare = { ...before, page: { ...before.page, states: new Map() } }
  const edited = block('Cliquez sur **Autoriser** pour donner accès au compte.')
  const carried = carry(bare, buildPage([edited]))
  expect(stale(carried)).toMatchObject([{ state: 'translated' }])
  expect(orphans(carried)).toEqual([`${open.sentences[0]} -> EN ${open.sentences[0]}`])
})

test('entries that nobody knows stay where they are, whatever their keys', () => {
  const { source, page } = translated(buildPage([open, click, wait]), machine)
  const targets = new Map([['note', 'N'], ...page.targets, ['paragraph.aaaaaaaaaa', 'X'], ['@x', 'Y']])
  const after = buildPage([wait, open])
  const carried = carry({ source, page: { ...page, targets } }, after)
  expect([...carried.page.targets.values()]).toEqual([
    'N',
    `EN ${wait.sentences[0]}`,
    'X',
    'Y',
    `EN ${open.sentences[0]}`,
  ])
})

test('without an old source the targets of the page are found by their keys, and the others stay', () => {
  const page = buildPage([open, click])
  const { page: before } = translated(page)
  const after = buildPage([click])
  const carried = carryTargets(new Map(), after, before)
  expect([...carried.targets.values()]).toEqual([`EN ${open.sentences[0]}`, `EN ${click.sentences[0]}`])
})

test('an untranslated segment keeps its suggestion until it is edited', () => {
  const page = buildPage([open, click])
  const key = segmentKey('paragraph', open.sentences[0] ?? '')
  const suggestion = { target: 'S', origin: 'draft', score: 30 } as const
  const state: SegmentState = { key, state: 'initial', suggestion }
  const before = { targets: new Map(), states: new Map([[key, state]]), diverged: false }
  const source = sourceOf(page, before)
  expect(carryTargets(source, page, before)).toEqual(before)
  const after = buildPage([block('Ouvrez la page des deux points de vente.'), click])
  expect(carryTargets(source, after, before).states.size).toBe(0)
})

test('what the sidecar says of the page, and foreign lines, are carried', () => {
  const page = buildPage([open])
  const foreign = { resource: [{ after: undefined, raw: '"x": 1' }], sidecar: [] }
  const before = { ...translated(page).page, diverged: true, tail: 't', foreign }
  expect(carryTargets(new Map(), buildPage([click]), before)).toMatchObject({
    diverged: true,
    tail: 't',
    foreign,
  })
})

// ---------------------------------------------------------------- equal segments

const yes = 'Oui'

/** A page whose equal segments have targets of their own. */
function split(skeleton: Skeleton): Catalogued {
  const segments = segmentsOf(skeleton)
  const { page } = translated(skeleton)
  const changes = new Map(
    segments.flatMap(({ key, fragment }, n) =>
      fragment === yes ? [[n, { target: `Yes ${n}`, state: page.states.get(key) }] as const] : [],
    ),
  )
  const own = setTargets(page, segments, changes)
  return { source: sourceOf(skeleton, own), page: own }
}

test('equal segments with targets of their own keep them when the paragraphs around them move', () => {
  const before = buildPage([open, block(yes), click, block(yes), wait, block(yes)])
  const after = buildPage([wait, block(yes), open, block(yes), click, block(yes)])
  const carried = carry(split(before), after)
  expect(shown(after, carried).filter(line => line.startsWith(yes))).toEqual([
    'Oui -> Yes 5',
    'Oui -> Yes 1',
    'Oui -> Yes 3',
  ])
  expect(carry(carried, before).page).toEqual(split(before).page)
})

test('of equal segments, the target of the one that went becomes the orphan, and comes back with it', () => {
  const before = buildPage([open, block(yes), click, block(yes), wait])
  const after = buildPage([click, block(yes), wait])
  const carried = carry(split(before), after)
  expect(shown(after, carried)[1]).toBe('Oui -> Yes 3')
  expect(orphans(carried)).toContain('Oui -> Yes 1')
  expect(carry(carried, after).page).toEqual(carried.page)
  expect(new Set(targetsOf(before, carry(carried, before).page))).toContain('Yes 1')
})

test('equal segments whose typography changed everywhere keep targets of their own', () => {
  const page = (text: string) => buildPage([open, block(text), click, block(text)])
  const segments = segmentsOf(page('Oui !'))
  const { page: shared } = translated(page('Oui !'))
  const own = setTargets(shared, segments, new Map([[3, { target: 'Yes 3', state: { state: 'reviewed' } }]]))
  const carried = carry({ source: sourceOf(page('Oui !'), own), page: own }, page('Oui\u00a0!'))
  expect(targetsOf(page('Oui\u00a0!'), carried.page)).toEqual(targetsOf(page('Oui !'), own))
})

// ---------------------------------------------------------------- laws

const word = fc.constantFrom(
  ...'la page vente compte bouton commande liste menu accès client catalogue écran code réglage'.split(' '),
)
const sentence = fc.array(word, { minLength: 3, maxLength: 9 }).map(words => `${words.join(' ')}.`)
const role = fc.constantFrom('paragraph', 'heading', 'listItem', 'cell')
const aBlock: fc.Arbitrary<Block> = fc.record({
  role,
  sentences: fc.array(sentence, { minLength: 1, maxLength: 3 }),
})
const blocks = fc.array(aBlock, { minLength: 1, maxLength: 12 })
const uniqueBlocks = fc
  .uniqueArray(sentence, { minLength: 2, maxLength: 12 })
  .chain(sentences =>
    fc
      .array(role, { minLength: sentences.length, maxLength: sentences.length })
      .map(roles => sentences.map((text, n) => block(text, roles[n]))),
  )
const stateOfAny = fc.constantFrom(machine, person, { state: 'final', origin: 'human' } as const)

/** A catalogue of a page, some of whose equal segments have targets of their own. */
const catalogued = fc
  .tuple(blocks, stateOfAny, fc.array(fc.tuple(fc.nat(), fc.constantFrom('T', 'U', '')), { maxLength: 4 }))
  .map(([own, state, edits]) => {
    const skeleton = buildPage(own)
    const segments = segmentsOf(skeleton)
    const { page } = translated(skeleton, state)
    const changes = new Map(edits.map(([at, target]) => [at % segments.length, { target, state }]))
    const targets = setTargets(page, segments, changes)
    return { own, skeleton, page: targets, source: sourceOf(skeleton, targets) }
  })

test('carrying an unchanged page changes no byte', () => {
  fc.assert(
    fc.property(catalogued, ({ skeleton, source, page }) => {
      expect(serialiseTargets(carryTargets(source, skeleton, page))).toEqual(serialiseTargets(page))
    }),
  )
})

test('moving any paragraph leaves every target', () => {
  fc.assert(
    fc.property(blocks, stateOfAny, fc.nat(), fc.nat(), (own, state, from, to) => {
      const moved = [...own]
      moved.splice(to % own.length, 0, ...moved.splice(from % own.length, 1))
      const before = translated(buildPage(own), state)
      const carried = carry(before, buildPage(moved))
      expect(new Map(carried.page.targets)).toEqual(before.page.targets)
      expect(stale(carried)).toEqual([])
      expect([...carried.page.targets.keys()]).toEqual([...carried.source.keys()])
    }),
  )
})

test('adding a heading at the top, and taking it away again, leaves all targets', () => {
  fc.assert(
    fc.property(catalogued, ({ own, skeleton, source, page }) => {
      const longer = buildPage([block('Un titre tout neuf', 'heading'), ...own])
      const carried = carry({ source, page }, longer)
      expect(targetsOf(longer, carried.page)).toEqual([undefined, ...targetsOf(skeleton, page)])
      expect(carry(carried, skeleton).page).toEqual(page)
    }),
  )
})

test('editing one sentence makes exactly that one stale', () => {
  fc.assert(
    fc.property(uniqueBlocks, stateOfAny, fc.nat(), (own, state, at) => {
      const index = at % own.length
      const edited = own.map(({ role: kept, sentences }, n) =>
        n === index ? block(`Désormais ${sentences[0]}`, kept) : { role: kept, sentences },
      )
      const before = translated(buildPage(own), state)
      const carried = carry(before, buildPage(edited))
      expect(targetsOf(buildPage(edited), carried.page)).toEqual(targetsOf(buildPage(own), before.page))
      expect(stale(carried).map(({ previousSource }) => previousSource)).toEqual([own[index]?.sentences[0]])
      expect(orphans(carried)).toEqual([])
    }),
  )
})

test('no target of a person is ever lost, and carrying again changes nothing', () => {
  fc.assert(
    fc.property(blocks, blocks, (one, two) => {
      const before = translated(buildPage(one))
      const carried = carry(before, buildPage(two))
      const kept = [...carried.page.targets.values()].join('\n')
      for (const target of before.page.targets.values()) expect(kept).toContain(target)
      expect(carry(carried, buildPage(two)).page).toEqual(carried.page)
      expect([...carried.page.states.keys()].filter(key => !carried.page.targets.has(key))).toEqual([])
    }),
  )
})

test('a page of 20,000 segments, every third one edited, is carried', () => {
  const text = (n: number) => `La ligne numéro ${n} du tableau des commandes vaut ${n * 7} euros.`
  const rows = Array.from({ length: 20_000 }, (_, n) => block(text(n), 'cell'))
  const edited = rows.map((row, n) => (n % 3 === 0 ? block(`${text(n)} Environ`, 'cell') : row))
  const carried = carry(translated(buildPage(rows), machine), buildPage(edited))
  expect(stale(carried)).toHaveLength(Math.ceil(20_000 / 3))
})

test('a page of 20,000 segments, all edited, is carried', () => {
  const text = (n: number) => `La ligne numéro ${n} du tableau des commandes vaut ${n * 7} euros.`
  const rows = Array.from({ length: 20_000 }, (_, n) => block(text(n), 'cell'))
  const edited = rows.map((_, n) => block(`${text(n)} Environ`, 'cell'))
  const carried = carry(translated(buildPage(rows), machine), buildPage(edited))
  expect(stale(carried).length).toBeGreaterThan(19_000)
})

test('sentences that kept their order are found again on a page where nothing was left as it was', () => {
  const name = (n: number) => `article${String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26))}`
  const text = (n: number) =>
    `Le prix du ${name(n)} est de ${n} euros, taxes comprises, dans toutes les boutiques.`
  const changed = (n: number) => `Le prix du ${name(n)} est de ${n} euros sauf dans certaines villes du Nord.`
  const numbers = Array.from({ length: 200 }, (_, n) => n)
  const carried = carry(
    translated(buildPage(numbers.map(n => block(text(n))))),
    buildPage(numbers.map(n => block(changed(n)))),
  )
  expect(stale(carried).map(({ previousSource }) => previousSource)).toEqual(numbers.map(text))
})

test('a page of equal segments is carried to another', () => {
  const page = (text: string, count: number): PageTargets =>
    carry(translated(buildPage([block(text)])), buildPage(Array.from({ length: count }, () => block(text))))
      .page
  expect(page('Oui', 20_000).targets.size).toBe(1)
})
