import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignSequences } from '../../src/absorb/sequences/align-sequences.ts'
import type { Item, Match, Run } from '../../src/absorb/sequences/sequence.ts'

/** Sentences between slashes: a `|` begins a paragraph and a `#` a heading; nothing but an equal one may match one with a `!`. */
function itemsOf(text: string): readonly Item[] {
  let kind = 'paragraph'
  return text.split(' / ').map(sentence => {
    const [, marks = '', words = ''] = /^([|#!]*)(.*)/.exec(sentence) ?? []
    const starts = /[|#]/.test(marks)
    if (starts) kind = marks.includes('#') ? 'heading' : 'paragraph'
    const item = { kind, text: words, starts }
    return marks.includes('!') ? { ...item, exact: true } : item
  })
}

const show = ({ start, end }: Run) => (end === start + 1 ? `${start}` : `${start}-${end - 1}`)
const showMatch = ({ left, right, by }: Match) => `${show(left)} ${by} ${show(right)}`

describe('two versions of a page have in common', () => {
  test.each([
    [
      'two sentences made one',
      '|Open the menu. / Close the door.',
      '|Open the menu and close the door.',
      ['0-1 similar 0'],
    ],
    [
      'one sentence made two',
      '|Open the menu and close the door.',
      '|Open the menu. / Close the door.',
      ['0 similar 0-1'],
    ],
    [
      'a sentence that others came before',
      '|Ladder forest engine drawer. / |Basket.',
      '#Candle ladder engine. / |Island forest. / Drawer garden. / |Basket.',
      ['1 equal 3'],
    ],
    ['nothing similar with what must be equal', '|!Candle apple.', '|Candle extra.', []],
    [
      'the half of a sentence in the same kind of block',
      '|Ladder engine basket hammer.',
      '|Ladder engine. / #Basket hammer.',
      ['0 similar 0'],
    ],
    [
      'no halves that are headings',
      '|Engine island garden drawer.',
      '#Engine island. / #Garden drawer.',
      ['0 similar 1'],
    ],
    [
      'a half and no other text of another kind',
      '|Drawer engine garden garden.',
      '|Candle garden. / #Drawer extra garden garden.',
      ['0 similar 1'],
    ],
    [
      'no sentences of two blocks as one',
      '|Apple hammer apple ladder. / |Forest garden kettle.',
      '|Apple hammer apple ladder. / Forest garden kettle.',
      ['0 equal 0', '1 equal 1'],
    ],
    [
      'no two blocks made one',
      '|Apple hammer apple ladder. / |Forest garden kettle.',
      '|Apple hammer apple ladder, forest garden kettle.',
      ['0 similar 0'],
    ],
    [
      'no two blocks in one that holds the texts of both',
      '|Apple hammer apple ladder. / |Forest garden.',
      '|Apple hammer apple ladder. Forest garden.',
      ['0 similar 0'],
    ],
    [
      'two sentences in one that holds the texts of both',
      '|Apple hammer apple ladder. / Forest garden.',
      '|Apple hammer apple ladder. Forest garden.',
      ['0-1 equal 0'],
    ],
    [
      'no first half that must be equal',
      '|!Open the menu. / Close the door.',
      '|Open the menu and close the door.',
      ['1 similar 0'],
    ],
    [
      'no second half that must be equal',
      '|Open the menu. / !Close the door.',
      '|Open the menu and close the door.',
      ['0 similar 0'],
    ],
    ['a repeated sentence once', '|Wait.', '|Wait. / |Wait.', ['0 equal 0']],
    [
      'a repeated sentence once in the one that is shorter',
      '|Wait. / |Wait. / |Go.',
      '|Wait. / |Go.',
      ['0 equal 0', '2 equal 1'],
    ],
    [
      'a sentence that was moved',
      '|Ladder drawer. / |Apple kettle ladder.',
      '|Apple kettle ladder. / |Ladder drawer.',
      ['0 moved 1', '1 equal 0'],
    ],
    [
      'a sentence that was moved, and not a neighbour that is in another place',
      '|Wait. / |Kettle. / |Open the menu. / |Close the door. / |Wait.',
      '|Open the menu. / |Close the door. / |Wait. / |Kettle.',
      ['1 moved 3', '2 equal 0', '3 equal 1', '4 equal 2'],
    ],
    [
      'a sentence that was moved, and not its neighbour',
      '|Garden candle. / |Ok. / |Garden jacket hammer.',
      '|Garden jacket hammer. / #Garden candle. / |Ok.',
      ['1 moved 2', '2 equal 0'],
    ],
    [
      'what stands at the same place',
      '|Hammer jacket. / Kettle.',
      '|Island. / Engine garden.',
      ['0 place 0', '1 place 1'],
    ],
    ['the rest of a block at its place', '|Hammer jacket.', '|Island. / Engine garden.', ['0 place 0-1']],
    ['no heading at the place of a paragraph', '|Hammer jacket.', '#Kettle.', []],
    [
      'a paragraph made a heading, and nothing else of it',
      '|Open the big menu now. / Kettle.',
      '#Open the big menu now. / Hammer.',
      ['0 similar 0'],
    ],
    ['no block at the place of two', '|Kettle garden.', '|Jacket engine. / |Hammer.', []],
    [
      'the end of a block at its place',
      '|Candle garden. / |Apple forest. / Engine drawer hammer.',
      '|Island. / Engine drawer hammer.',
      ['1 place 0', '2 equal 1'],
    ],
    [
      'no beginning of a block at the place of an end',
      '|Apple forest. / Engine. / |Kettle.',
      '|Apple forest. / |Jacket. / |Kettle.',
      ['0 equal 0', '2 equal 2'],
    ],
  ])('%s', (_, left, right, matches) => {
    expect(alignSequences(itemsOf(left), itemsOf(right)).map(showMatch)).toEqual(matches)
  })

  test('all that a person left as it was in a long page with a section moved, one taken out and one put in', () => {
    const sections = Array.from({ length: 30 }, (_, section) =>
      Array.from(
        { length: 5 },
        (_, at) => `|Section ${section} says ${at * section + section} things.`,
      ).concat('|Wait here.'),
    )
    const moved = [
      ...sections.slice(10, 13),
      ...sections.slice(0, 10),
      ...sections.slice(13, 20),
      ['|Mind the step.'],
      ...sections.slice(22),
    ]
    const [left, right] = [itemsOf(sections.flat().join(' / ')), itemsOf(moved.flat().join(' / '))]
    const matches = alignSequences(left, right)
    expect(matches.every(match => left[match.left.start]?.text === right[match.right.start]?.text)).toBe(true)
    expect(matches).toHaveLength(28 * 6)
    expect(new Set(matches.map(match => match.right.start)).size).toBe(28 * 6)
    expect(matches.filter(({ by }) => by === 'moved')).toHaveLength(3 * 6)
  })

  const words = fc.constantFrom('Apple hammer.', 'Forest garden.', 'Kettle.', 'Forest hammer.')
  const sentence = fc.tuple(fc.constantFrom('', '|', '#', '|!'), words).map(parts => parts.join(''))
  const version = fc.array(sentence, { minLength: 1, maxLength: 10 }).map(parts => parts.join(' / '))

  test('no text twice', () => {
    fc.assert(
      fc.property(version, version, (left, right) => {
        const matches = alignSequences(itemsOf(left), itemsOf(right))
        for (const side of ['left', 'right'] as const) {
          const taken = matches.flatMap(({ [side]: { start, end } }) =>
            Array.from({ length: end - start }, (_, at) => start + at),
          )
          expect(new Set(taken).size).toBe(taken.length)
        }
      }),
      { numRuns: 300 },
    )
  })
})
