import { describe, expect, it } from 'vitest'
import { type EscapeContext, escapeTable, type Unsafe } from '../../src/syntax/fragments/escape-table.ts'
import { findUnsafe } from '../../src/syntax/fragments/find-unsafe.ts'

/** A context and a text in it, with the character in question between two `¦`. */
type Sample = readonly [EscapeContext, string]

const inBlock = (context: 'markdown' | 'shared'): readonly Sample[] => [
  [context, 'un ¦*¦mot'],
  [context, 'mot¦*¦ un'],
  [context, 'un ¦_¦mot'],
  [context, 'mot¦_¦ un'],
  [context, '(¦_¦mot'],
  [context, 'mot¦_¦)'],
  [context, 'un ¦~¦mot'],
  [context, 'mot¦~¦ un'],
  [context, 'un ¦`¦ mot'],
]

const pairs = [...inBlock('markdown'), ...inBlock('shared')]

const brackets: readonly Sample[] = [
  ['shared', 'un ¦[¦mot'],
  ['shared', 'mot¦]¦ un'],
  ['alt', 'un ¦[¦mot'],
  ['alt', 'mot¦]¦ un'],
]

const others: readonly Sample[] = [
  ['markdown', ' *¦~¦ un'],
  ['shared', ' _¦~¦ un'],
  ['markdown', 'un ¦[¦mot'],
  ['bracket', 'mot¦]¦'],
  ['markdown', 'Oui ¦!¦[mot'],
  ['markdown', 'mot]¦(¦ici'],
  ['markdown', 'un ¦<¦b>'],
  ['markdown', 'un ¦&¦eacute;'],
  ['markdown', 'un¦\n¦mot'],
  ['markdown', 'un¦\r¦mot'],
  ['mdx', 'un ¦<¦ 2'],
  ['mdx', 'un ¦{¦mot'],
  ['html', 'un ¦<¦b>'],
  ['html', 'un ¦&¦#42;'],
  ['shared', 'un ¦<¦b>'],
  ['line', '¦-¦ mot'],
  ['line', '¦-¦--'],
  ['line', '¦+¦ mot'],
  ['line', '¦*¦ mot'],
  ['line', '¦*¦**'],
  ['line', '¦_¦__'],
  ['line', '¦=¦='],
  ['line', '1¦.¦ mot'],
  ['line', '12¦)¦ mot'],
  ['line', '¦|¦---|'],
  ['line', '¦:¦-:'],
  ['line', '¦#¦# mot'],
  ['line', '¦>¦ mot'],
  ['line', '¦`¦``js'],
  ['line', '¦~¦~~'],
  ['line', '¦:¦::note'],
  ['line', '¦<¦div>'],
  ['line', '¦!¦!! note'],
  ['line', '¦?¦?? tip'],
  ['line', '¦=¦== "Onglet"'],
  ['line', '¦[¦!NOTE]'],
  ['line', '¦[¦mot]: /page'],
  ['line', '¦[¦x] mot'],
  ['mdxLine', '¦e¦xport un'],
  ['mdxLine', '¦i¦mport un'],
  ['lineEnd', 'mot¦\\¦'],
  ['atx', 'mot ¦#¦#'],
  ['cell', 'un¦|¦mot'],
  ['htmlCell', 'un¦|¦mot'],
  ['title', 'un¦\\¦'],
  ['title', 'un ¦&¦amp;'],
  ['title"', 'un ¦"¦mot'],
  ["title'", "l¦'¦été"],
  ['title(', 'un ¦(¦mot'],
  ['title(', 'mot¦)¦'],
  ['attribute', 'un ¦&¦amp;'],
  ['attribute"', 'un ¦"¦mot'],
  ["attribute'", "l¦'¦été"],
  ...[...' \t\u00a0\u2009\u202f\u3000\ufeff"\'/=<>`{}'].map(
    character => ['unquoted', `un¦${character}¦mot`] as const,
  ),
  ['jsx', 'un ¦<¦ 2'],
  ['jsx', 'un ¦{¦mot'],
  ['jsx', 'mot¦}¦'],
]

/** @param options whether the character occurs once more, and its counterpart does */
function find([context, text]: Sample, { isRepeated = false, isBalanced = true } = {}): Unsafe | undefined {
  const [before = '', character = '', after = ''] = text.split('¦')
  return findUnsafe(character, new Set([context]), {
    before,
    after,
    isRepeated: () => isRepeated,
    isBalanced: () => isBalanced,
  })
}

describe('the escape table', () => {
  it.each(pairs)(
    '%s: escapes what may pair up with another of its kind in %j, and nothing alone',
    (...it) => {
      expect(find(it, { isRepeated: true })).toBeDefined()
      expect(find(it)).toBeUndefined()
    },
  )

  it.each(brackets)('%s: escapes a bracket without its counterpart in %j, and no other', (...it) => {
    expect(find(it, { isBalanced: false })).toBeDefined()
    expect(find(it)).toBeUndefined()
  })

  it.each(others)('%s: escapes what would be markup in %j', (...it) => {
    expect(find(it)).toBeDefined()
  })

  it.each<Sample>([
    ['markdown', '2 ¦*¦ 3'],
    ['markdown', 'a¦_¦b'],
    ['markdown', 'un ¦<¦ 2'],
    ['markdown', 'Un ¦&¦ deux'],
    ['line', '¦-¦mot'],
    ['line', '¦#¦mot'],
    ['line', '1¦.¦5'],
    ['line', '2024 ¦.¦ mot'],
    ['title', 'un¦\\¦mot'],
    ['atx', 'C¦#¦'],
  ])('%s: leaves text alone in %j', (...it) => {
    expect(find(it, { isRepeated: true, isBalanced: false })).toBeUndefined()
  })

  it('has no row that no sample needs', () => {
    const needed = [
      ...pairs.map(sample => find(sample, { isRepeated: true })),
      ...brackets.map(sample => find(sample, { isBalanced: false })),
      ...others.map(sample => find(sample)),
    ]
    expect(escapeTable.filter(row => !needed.includes(row))).toEqual([])
  })
})
