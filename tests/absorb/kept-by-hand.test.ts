import { describe, expect, test } from 'vitest'
import { absorbPage } from '../../src/absorb/absorb-page.ts'
import type { BaseSegment, PageBase } from '../../src/absorb/base/page-base.ts'
import { gapDigest } from '../../src/syntax/gap-digest.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'
import { baseOf, blankBase, extract, patch } from './page-kit.ts'

interface Versions {
  /** The source and the page when it was last written; none for a page that Verso never wrote. */
  readonly old?: readonly [source: string, page: string]
  /** Both as they are now; unless given, as they were. */
  readonly now?: readonly [source: string, page: string]
  /** What else the catalogue has of the page. */
  readonly catalogue?: (base: PageBase) => PageBase
}

/** What absorbing finds, in words; of a page that is patched also what it becomes. */
function absorb({ old, now = old ?? ['', ''], catalogue = base => base }: Versions) {
  const [source, edited] = [extract(now[0], 'fr'), extract(now[1], 'en')]
  const targets = segmentsOf(extract(old?.[1] ?? '', 'en')).map(({ fragment }) => fragment)
  const found = absorbPage({
    base: old === undefined ? blankBase : catalogue(baseOf(extract(old[0], 'fr'), targets)),
    edited,
    source,
    file: 'page.md',
    locale: 'en',
  })
  const sources = segmentsOf(source).map(({ fragment }) => fragment)
  return {
    edits: found.edits.map(edit => `${edit.source} → ${edit.target}`),
    conflicts: found.conflicts.map(conflict => conflict.with),
    removed: found.removed.map(({ source: text }) => text),
    unaligned: found.unaligned.map(({ raw }) => raw),
    told: found.diagnostics.map(({ code }) => code),
    places: found.alignment.places.map(({ segments, fragment }) => [
      ...segments.map(index => sources[index]),
      fragment,
    ]),
    absent: [...found.alignment.absent].map(([index, absence]) => `${sources[index]} ${absence}`),
    page: found.diverged ? patch(edited, source, found.alignment) : 'written anew',
  }
}

const page = (...blocks: readonly string[]) => `${blocks.join('\n\n')}\n`
const code = (text: string) => `\`\`\`\n${text}\n\`\`\``
const diverged = (base: PageBase): PageBase => ({ ...base, diverged: true })

/** What the catalogue has of a page that is patched, one of its segments otherwise. */
const patched = (index: number, change: Partial<BaseSegment>) => (base: PageBase) => ({
  ...diverged(base),
  segments: base.segments.map((segment, at) => (at === index ? { ...segment, ...change } : segment)),
})

/** A catalogue that knows texts and not what was written. */
const unwritten = ({ segments }: PageBase): PageBase => ({
  diverged: false,
  segments: segments.map(({ gap: _, written: __, ...segment }) => segment),
})

describe('a page that Verso never wrote', () => {
  test.each([
    ['code after the last text', page('Ouvrez.', code('run')), page('Open.', code('own'))],
    ['code between texts', page('Ouvrez.', code('run'), 'Fermez.'), page('Open.', code('own'), 'Close.')],
    ['a paragraph of its own', 'Lisez [ceci](/a).\n', page('Read [this](/a).', 'My own words.')],
    ['a paragraph less', page('Lisez [ceci](/a).', 'Fermez.'), 'Read [this](/a).\n'],
  ])('keeps %s', (_, source, text) => {
    expect(absorb({ now: [source, text] }).page).toBe(text)
  })

  test.each([
    ['a paragraph less', page('Ouvrez.', 'Fermez.'), 'Close.\n'],
    ['a sentence less beside the same link', 'Lisez [ceci](/a). Fermez.\n', 'Read [this](/a).\n'],
    ['a text many times as long', 'Oui.\n', 'Never leave the bolt open, whatever they say.\n'],
    ['other codes', 'Ouvrez le **menu**.\n', 'Mind the step.\n'],
    ['an image without a description', 'Voyez ![ceci](a.png) ici.\n', 'See ![](a.png) here.\n'],
    ['a heading of another level', '# Ouvrez\n', '## Close\n'],
    ['a heading of another id', '# Ouvrez {#a}\n', '# Close {#b}\n'],
    ['a paragraph for a list item', '- Ouvrez\n', 'Close\n'],
  ])('has no translation where it has %s', (_, source, text) => {
    expect(absorb({ now: [source, text] })).toMatchObject({ edits: [], page: text })
  })

  test.each([
    ['a short sentence may become twice as long', 'Oui.\n', 'Yes, of course.\n', ['Oui. → Yes, of course.']],
    [
      'a sentence still in the source’s language',
      page('Ouvrez.', 'Fermez.'),
      page('Open.', 'Fermez.'),
      ['Ouvrez. → Open.'],
    ],
    [
      'a link, whichever language it is to',
      'Lisez [ceci](/a?l=fr).\n',
      page('My own words.', 'Read [this](/a?l=en).'),
      ['Lisez [ceci](/a?l=fr). → Read [this](/a?l=en).'],
    ],
    ['its code', 'Tapez `run`.\n', page('My own words.', 'Type `run`.'), ['Tapez `run`. → Type `run`.']],
  ])('is recognised by %s', (_, source, text, edits) => {
    expect(absorb({ now: [source, text] }).edits).toEqual(edits)
  })

  test('may have what was not found on it, and nothing else is taken to be missing', () => {
    const source = page('Lisez [ceci](/a).', 'Fermez.')
    expect(absorb({ now: [source, 'Read [this](/a).\n'] }).absent).toEqual(['Fermez. unfound'])
  })
})

const two = [page('Ouvrez.', 'Fermez.'), page('Open.', 'Close.')] as const
const three = [page('Un.', 'Deux.', 'Trois.'), page('One.', 'Two.', 'Three.')] as const
const around = (middle: string) =>
  [page('Ouvrez.', middle, 'Fermez.'), page('Open.', middle, 'Close.')] as const
const between = (middle: string) => `\n\n${middle}\n\n`
const inOne = ['Ouvrez. Fermez.\n', 'Open. Close.\n'] as const

describe('what a person did to a page', () => {
  test.each<[string, Versions, Partial<ReturnType<typeof absorb>>]>([
    [
      'a paragraph taken off is not put back, nor its sentences that are new',
      {
        old: two,
        now: [page('Ouvrez.', 'Fermez. Partez vite.'), 'Open.\n'],
        catalogue: patched(1, { gap: '-' }),
      },
      { absent: ['Fermez. removed', 'Partez vite. removed'], page: 'Open.\n' },
    ],
    [
      'a paragraph that was never found goes on being that',
      { old: two, now: [two[0], 'Open.\n'], catalogue: patched(1, { gap: '?' }) },
      { absent: ['Fermez. unfound'], removed: [], told: [] },
    ],
    [
      'a paragraph that the page awaits is put there',
      { old: two, now: [two[0], 'Open.\n'], catalogue: patched(1, { gap: '+' }) },
      { absent: [], removed: [], page: page('Open.', 'Fermez.') },
    ],
    [
      'a paragraph is told as taken off a page that was never written',
      { old: two, now: [two[0], 'Open.\n'], catalogue: unwritten },
      { absent: ['Fermez. removed'], removed: ['Fermez.'], page: 'Open.\n' },
    ],
    [
      'a paragraph taken off both pages is told of neither',
      { old: two, now: ['Ouvrez.\n', 'Open.\n'] },
      { removed: [], told: [], page: 'written anew' },
    ],
    [
      'a paragraph taken off is not found in another one at its place',
      { old: two, now: [two[0], page('Open.', 'My own words.')], catalogue: patched(1, { gap: '-' }) },
      { edits: [], unaligned: ['My own words.'], absent: ['Fermez. removed'] },
    ],
    [
      'a paragraph that the page awaits and that a person emptied is not put there',
      {
        old: two,
        now: [two[0], page('Open.', 'My own words.')],
        catalogue: patched(1, { gap: '+', target: '' }),
      },
      { page: page('Open.', 'My own words.') },
    ],
    [
      'other code is kept on a page that was never written',
      {
        old: [page('Ouvrez.', code('run'), 'Fermez.'), page('Open.', code('run'), 'Close.')],
        now: [page('Ouvrez.', code('run'), 'Fermez.'), page('Open.', code('own'), 'Close.')],
        catalogue: unwritten,
      },
      { page: page('Open.', code('own'), 'Close.') },
    ],
    [
      'a target that was emptied is neither missed on the page nor looked for',
      { old: two, now: [two[0], page('My own words.', 'Close.')], catalogue: patched(0, { target: '' }) },
      { edits: [], unaligned: ['My own words.'], absent: [] },
    ],
    [
      'a sentence taken out is no reason to go on patching',
      { old: inOne, now: [inOne[0], 'Open.\n'], catalogue: diverged },
      { edits: ['Fermez. → '], absent: [], page: 'written anew' },
    ],
    [
      'a target emptied before is none either',
      { old: inOne, now: [inOne[0], 'Open.\n'], catalogue: patched(1, { target: '' }) },
      { edits: [], absent: [], page: 'written anew' },
    ],
    [
      'a sentence on a line of its own that was taken out is an edit',
      { old: ['Ouvrez.\nFermez.\n', 'Open.\nClose.\n'], now: ['Ouvrez.\nFermez.\n', 'Open.\n'] },
      { edits: ['Fermez. → '], page: 'written anew' },
    ],
    [
      'a sentence taken out while its source changed is a conflict',
      { old: inOne, now: ['Ouvrez. Fermez bien.\n', 'Open.\n'] },
      { edits: ['Fermez. → '], conflicts: ['source'] },
    ],
    [
      'a sentence that the source lost as well is no edit',
      { old: inOne, now: ['Ouvrez.\n', 'Open.\n'] },
      { edits: [], told: [] },
    ],
    [
      'a paragraph taken off is no sentence taken out, though the source has joined the two',
      { old: two, now: ['Ouvrez. Fermez.\n', 'Open.\n'] },
      { edits: [], removed: ['Fermez.'], page: 'Open.\n' },
    ],
    [
      'the descriptions of images are left alone when one of two was taken out',
      {
        old: ['Voyez ![un](a.png) et ![deux](b.png) ici.\n', 'See ![one](a.png) and ![two](b.png) here.\n'],
        now: ['Voyez ![un](a.png) et ![deux](b.png) ici.\n', 'See ![two](b.png) here.\n'],
      },
      {
        edits: ['Voyez ![un](a.png) et ![deux](b.png) ici. → See ![two](b.png) here.'],
        places: [['Voyez ![un](a.png) et ![deux](b.png) ici.', 'See ![two](b.png) here.']],
      },
    ],
    [
      'a sentence after a line end joins its neighbour',
      { old: ['Ouvrez.\n', 'Open.\n'], now: ['Ouvrez.\n', 'Open.\nMy own words.\n'] },
      { edits: ['Ouvrez. → Open. My own words.'] },
    ],
    [
      'a sentence after a hard line break joins its neighbour with the break',
      { old: ['Ouvrez.\n', 'Open.\n'], now: ['Ouvrez.\n', 'Open.  \nMy own words.\n'] },
      { edits: ['Ouvrez. → Open.  \nMy own words.'] },
    ],
    [
      'a sentence behind markup stays on the page',
      { old: ['Ouvrez.\n', 'Open.\n'], now: ['Ouvrez.\n', 'Open.\\\nMy own words.\n'] },
      { edits: [], unaligned: ['My own words.'] },
    ],
    [
      'of a sentence parted by markup the second half stays on the page',
      {
        old: ['Ouvrez le grand menu et fermez la porte.\n', 'Open the big menu and close the big door.\n'],
        now: [
          'Ouvrez le grand menu et fermez la porte.\n',
          'Open the big menu.\\\nAnd close the big door.\n',
        ],
      },
      { unaligned: ['And close the big door.'] },
    ],
    [
      'a paragraph under a heading is no part of the heading',
      { old: ['# Ouvrez\n', '# Open\n'], now: ['# Ouvrez\n', '# Open\nMy own words.\n'] },
      { edits: [], unaligned: ['My own words.'] },
    ],
    [
      'a sentence that is known as the page’s own is not taken in later',
      {
        old: ['Fermez.\n', 'Close.\n'],
        now: ['Fermez.\n', 'My own words. Close.\n'],
        catalogue: patched(0, { gap: `${gapDigest('My own words. ')}/${gapDigest('')}` }),
      },
      { edits: [], told: [], page: 'My own words. Close.\n' },
    ],
    [
      'a paragraph that both made a heading has not diverged',
      { old: two, now: [page('# Ouvrez.', 'Fermez.'), page('# Open.', 'Close.')] },
      { told: [], page: 'written anew' },
    ],
    [
      'a paragraph that both moved has not diverged',
      {
        old: [page('Ouvrez le menu.', 'Fermez la porte.'), page('Open the menu.', 'Close the door.')],
        now: [page('Fermez la porte.', 'Ouvrez le menu.'), page('Close the door.', 'Open the menu.')],
      },
      { told: [], page: 'written anew' },
    ],
    [
      'paragraphs in another order stay in it',
      { old: three, now: [three[0], page('One.', 'Three.', 'Two.')] },
      { told: ['page-diverged'], page: page('One.', 'Three.', 'Two.') },
    ],
    [
      'a space that no line may break at is an edit',
      { old: ['Ouvrez 10 fois.\n', 'Open 10 times.\n'], now: ['Ouvrez 10 fois.\n', 'Open 10\u00a0times.\n'] },
      { edits: ['Ouvrez 10 fois. → Open 10\u00a0times.'] },
    ],
    [
      'what is told of a line is told from its beginning on',
      { old: inOne, now: ['Ouvrez bien. Fermez.\n', 'Open wide. Shut.\n'] },
      { told: ['hand-edit-conflict', 'hand-edit-taken'] },
    ],
    ...(['reviewed', 'final'] as const).map(
      (state): [string, Versions, Partial<ReturnType<typeof absorb>>] => [
        `a ${state} target that the catalogue has lost is taken from the page`,
        {
          old: two,
          catalogue: ({ segments, ...base }) => ({
            ...base,
            segments: segments.map(({ target, ...segment }, at) =>
              at === 1 || target === undefined ? { ...segment, state } : { ...segment, target },
            ),
          }),
        },
        { edits: ['Fermez. → Close.'] },
      ],
    ),
    [
      'code that a person changed before stays, and that the source changed it as well is told',
      {
        old: around(code('run')),
        now: [around(code('stop'))[0], around(code('own'))[1]],
        catalogue: patched(1, {
          gap: `${gapDigest(between(code('own')))}/${gapDigest(between(code('run')))}`,
        }),
      },
      { told: ['hand-edit-conflict'], page: around(code('own'))[1] },
    ],
    [
      'code that the source changed to what a person had made of it is no conflict',
      {
        old: around(code('run')),
        now: around(code('stop')),
        catalogue: patched(1, {
          gap: `${gapDigest(between(code('stop')))}/${gapDigest(between(code('run')))}`,
        }),
      },
      { told: [], page: 'written anew' },
    ],
    [
      'code after a paragraph that a person took off stays as it is',
      {
        old: [page('Un.', 'Deux.', code('run'), 'Trois.'), page('One.', 'Two.', code('run'), 'Three.')],
        now: [page('Un.', 'Deux.', code('stop'), 'Trois.'), page('One.', code('run'), 'Three.')],
      },
      { removed: ['Deux.'], page: page('One.', code('run'), 'Three.') },
    ],
    [
      'a page without a heading gets no line of it',
      {
        old: [page('Ouvrez.', 'Fermez\n======', 'Fin.'), page('Open.', 'Close\n=====', 'End.')],
        now: [page('Ouvrez.', 'Fermez\n======', 'Fin.'), page('Open.', 'End.')],
        catalogue: patched(1, { gap: '-' }),
      },
      { told: [], page: page('Open.', 'End.') },
    ],
    [
      'code that both changed alike is no conflict',
      {
        old: [page('Ouvrez.', code('run'), 'Fermez.'), page('Open.', code('run'), 'Close.')],
        now: [page('Ouvrez.', code('stop'), 'Fermez.'), page('Open.', code('stop'), 'Close.')],
      },
      { told: [], page: 'written anew' },
    ],
  ])('%s', (_, versions, expected) => {
    expect(absorb(versions)).toMatchObject(expected)
  })
})

describe('what became of the source of a page', () => {
  const fresh = ['Attendez un peu.', '# Comptez les caisses'] as const

  test.each<[string, Versions, string]>([
    [
      'a paragraph that is gone stays until a person takes it off',
      { old: two, now: ['Fermez.\n', two[1]], catalogue: diverged },
      two[1],
    ],
    [
      'code after a paragraph that is gone stays as it is',
      {
        old: around(code('run')),
        now: [page(code('stop'), 'Fermez.'), around(code('run'))[1]],
        catalogue: diverged,
      },
      around(code('run'))[1],
    ],
    [
      'a paragraph made two stays one on the page',
      { old: inOne, now: [two[0], page('My own words.', 'Open. Close.')] },
      page('My own words.', 'Open. Close.'),
    ],
    [
      'an image after a value of two sentences follows',
      {
        old: [
          page('---\ntitle: Un. Deux.\n---', '![](a.png)', 'Fin.'),
          page('---\ntitle: One. Two.\n---', '![](a.png)', 'End.'),
        ],
        now: [
          page('---\ntitle: Un. Deux.\n---', '![](b.png)', 'Fin.'),
          page('---\ntitle: One. Two.\n---', '![](a.png)', 'End.'),
        ],
        catalogue: diverged,
      },
      page('---\ntitle: One. Two.\n---', '![](b.png)', 'End.'),
    ],
    [
      'new paragraphs before code that a person changed bring no other code',
      {
        old: around(code('run')),
        now: [page('Ouvrez.', code('run'), ...fresh, 'Fermez.'), around(code('own'))[1]],
      },
      page('Open.', ...fresh, code('own'), 'Close.'),
    ],
    [
      'new paragraphs between two pieces of code bring neither',
      {
        old: around(code('run')),
        now: [page('Ouvrez.', code('run'), ...fresh, code('run'), 'Fermez.'), around(code('own'))[1]],
      },
      page('Open.', ...fresh, code('own'), 'Close.'),
    ],
    [
      'a new first paragraph brings no other code',
      {
        old: [page(code('run'), 'Fermez.'), page(code('run'), 'Close.')],
        now: [page(fresh[0], code('run'), 'Fermez.'), page(code('own'), 'Close.')],
      },
      page(code('own'), fresh[0], 'Close.'),
    ],
    [
      'a new paragraph comes after the line under a heading',
      {
        old: ['# Ouvrez\n---\n\nFermez.\n', '# Open\n---\n\nClose.\n'],
        now: [`# Ouvrez\n---\n\n${fresh[0]}\n\nFermez.\n`, '# Open\n---\n\nClose.\n'],
        catalogue: diverged,
      },
      `# Open\n---\n\n${fresh[0]}\n\nClose.\n`,
    ],
    [
      'a lost image is no edit of the page',
      {
        old: [
          page('Fermez.', 'Voyez ![ceci](a.png) ici. Partez.'),
          page('Close.', 'See ![this](a.png) here. Go.'),
        ],
        now: ['Fermez.\n', page('Close.', 'See ![this](a.png) here. Go.')],
      },
      'written anew',
    ],
  ])('%s', (_, versions, expected) => {
    expect(absorb(versions).page).toBe(expected)
  })

  test('a paragraph that is gone is told of a page that is patched, and of no other', () => {
    const versions: Versions = { old: two, now: ['Ouvrez.\n', two[1]] }
    expect(absorb(versions).told).toEqual([])
    const found = absorb({ ...versions, catalogue: diverged })
    expect(found.told).toEqual(['removal-proposed'])
    expect(found.places).toEqual([['Ouvrez.', 'Open.']])
  })
})
