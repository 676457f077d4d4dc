import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Pattern } from '../../src/model.ts'
import { parseFragment } from '../../src/syntax/fragments/parse-fragment.ts'
import { compareCodes } from '../../src/translate/compare-codes.ts'

function differences(source: string, target: string): readonly string[] {
  const from = parseFragment(source, 'markdown')
  const { missing, added } = compareCodes(from, parseFragment(target, 'markdown', { source: from }))
  return [...missing.map(code => `-${code}`), ...added.map(code => `+${code}`)]
}

test.each([
  ['Cliquez sur **OK**.', 'Click **OK**.', []],
  ['Cliquez sur **OK**.', 'Click OK.', ['-**OK**']],
  ['Cliquez sur **OK**.', 'Click **Okay**.', ['-**OK**', '+**Okay**']],
  ['Voir [ici](/docs#a).', 'See [here](/docs#a).', []],
  ['Voir [ici](/docs#a).', 'See [here](/docs#b).', ['-[…](/docs#a)', '+[…](/docs#b)']],
  ['Voir [ici](/docs#a).', 'See here.', ['-[…](/docs#a)']],
  ['Écrire à a@b.fr', 'Write to a@b.fr', []],
  ['Écrire à a@b.fr', 'Write to a@b.com', ['-a@b.fr', '+a@b.com']],
  ['Saisir `x` et `y`', 'Enter `y` and `x`', []],
  ['Saisir `x` et `x`', 'Enter `x`', ['-`x`']],
  ['**ATTENTION :** lire', '**CAUTION:** read', []],
  ['**ATTENTION :** lire', 'CAUTION: read', ['-**…**']],
  ['Un *mot*', 'A _word_', []],
  ['Un mot', 'A word at https://x.fr', ['+https://x.fr']],
] as const)('%s → %s', (source, target, expected) => {
  expect(differences(source, target)).toEqual(expected)
})

test('texts in the holes of a code may differ, what is around them may not', () => {
  const literal = '![texte](../x.png "titre")'
  const hole = (start: number, end: number) => ({ start, end, unit: {} as never })
  const image = (text: string, holes: readonly { start: number; end: number; unit: never }[]): Pattern => [
    { type: 'code', form: 'standalone', kind: 'image', id: 1, literal: text, holes },
  ]
  const source = image(literal, [hole(2, 7), hole(19, 24)])
  expect(compareCodes(source, image('![text](../x.png "title")', []))).toEqual({ missing: [], added: [] })
  expect(compareCodes(source, image('![text](../y.png "title")', []))).toEqual({
    missing: [literal],
    added: ['![text](../y.png "title")'],
  })
})

test('every pattern has the inventory of itself, in any order', () => {
  const piece = fc.constantFrom(
    '**OK**',
    '`a`',
    '[b](/c)',
    '![d](e.png)',
    'x@y.fr',
    'mot',
    '*f*',
    '<br/>',
    '**G :**',
  )
  fc.assert(
    fc.property(
      fc.shuffledSubarray(Array.from({ length: 9 }, (_, at) => at)),
      fc.array(piece),
      (order, pieces) => {
        const list = pieces.length === 0 ? ['mot'] : pieces
        const shuffled = order
          .flatMap(at => list[at] ?? [])
          .concat(list.filter((_, at) => !order.includes(at)))
        expect(differences(list.join(' et '), shuffled.join(' et '))).toEqual([])
      },
    ),
  )
})
