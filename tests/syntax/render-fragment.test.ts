import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Code, Pattern, Syntax } from '../../src/model.ts'
import { parseFragment } from '../../src/syntax/fragments/parse-fragment.ts'
import { renderFragment } from '../../src/syntax/fragments/render-fragment.ts'
import { spellingsOf } from '../../src/syntax/fragments/spellings-of.ts'
import { tidyPattern } from '../../src/syntax/fragments/tidy-pattern.ts'
import { parsePage } from '../../src/syntax/grammar/parse-page.ts'
import { mdastPattern } from '../reassemble/mdast-pattern.ts'
import { anyPattern, hostileFragment } from '../reassemble/patterns.ts'

/** The pattern as remark would give it back: labels are plain strong text to it, ids count in its order. */
function asRemark(pattern: Pattern): Pattern {
  const opened: (string | Code)[] = []
  for (const item of pattern) {
    if (typeof item === 'string') opened.push(item)
    else if (item.kind === 'label') {
      opened.push({ ...item, kind: 'strong', form: 'open', literal: '**' })
      opened.push(item.literal.slice(2, -2))
      opened.push({ ...item, kind: 'strong', form: 'close', literal: '**' })
    } else opened.push(item)
  }
  return renumbered(opened)
}

function renumbered(pattern: Pattern): Pattern {
  const ids = new Map<number, number>()
  return pattern.map(item => {
    if (typeof item === 'string') return item
    if (!ids.has(item.id)) ids.set(item.id, ids.size + 1)
    return { ...item, id: ids.get(item.id) ?? 0 }
  })
}

/** Not so: codes side by side that no spelling can keep apart, and a label (which is bold) deep inside emphasis. */
function isWritable(pattern: Pattern): boolean {
  let depth = 0
  for (const item of pattern) {
    if (typeof item === 'string') continue
    if (item.form !== 'standalone') depth += item.form === 'open' ? 1 : -1
    else if (item.kind === 'label' && depth > 1) return false
  }
  return pattern.every((item, index) => {
    const next = pattern[index + 1]
    if (typeof item === 'string' || typeof next !== 'object') return true
    if (item.kind === 'label' && next.kind === 'label') return false
    if (item.kind === 'delete' && next.kind === 'delete') return false
    return !(item.kind === 'code' && next.kind === 'code')
  })
}

function isEqual(one: Pattern, other: Pattern): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

const found = new Set(['url', 'email', 'math', 'variable', 'attributes'])

/** URLs and the like are found by what they look like: an escape right beside one would be taken for a part of it. */
function literalsStandAlone(pattern: Pattern): boolean {
  return pattern.every((item, index) => {
    if (typeof item === 'string' || !found.has(item.kind)) return true
    const [before, after] = [pattern[index - 1] ?? '', pattern[index + 1] ?? '']
    return (
      !/[\\&]/.test(item.literal) &&
      (typeof before !== 'string' || /(?:^|[\s(«])$/.test(before)) &&
      (typeof after !== 'string' || /^[.,;:!?)»]*(?:\s|$)/.test(after))
    )
  })
}

function isMdx(fragment: string): boolean {
  return parsePage(fragment, { format: 'mdx' }).type === 'root'
}

const syntaxes = fc.constantFrom<Syntax>('markdown', 'mdx', 'html', 'text')

describe('for every pattern', () => {
  it('what is written parses, in remark, as the tidy pattern', () => {
    fc.assert(
      fc.property(anyPattern, pattern => {
        fc.pre(!pattern.some(item => typeof item === 'object' && item.kind === 'break'))
        const framed = tidyPattern(['y', ...pattern, 'z'])
        fc.pre(isWritable(framed))
        expect(mdastPattern(renderFragment(['y', ...pattern, 'z'], 'markdown'))).toEqual(asRemark(framed))
      }),
      { numRuns: 1000 },
    )
  })

  it('that a parser gave, what is written parses as the same pattern', () => {
    fc.assert(
      fc.property(hostileFragment, syntaxes, (fragment, syntax) => {
        fc.pre(syntax !== 'mdx' || isMdx(fragment))
        const pattern = parseFragment(fragment, syntax)
        fc.pre(literalsStandAlone(pattern))
        // White space that only a reference keeps where it is (`**&#32;a**`) is moved.
        if (syntax === 'markdown' || syntax === 'mdx') fc.pre(isEqual(pattern, tidyPattern(pattern)))
        const spellings = spellingsOf(fragment, syntax)
        expect(parseFragment(renderFragment(pattern, syntax, spellings), syntax)).toEqual(pattern)
        expect(parseFragment(renderFragment(pattern, syntax), syntax)).toEqual(pattern)
      }),
      { numRuns: 3000 },
    )
  })
})

const strong = (form: 'open' | 'close', id = 1): Code => ({
  type: 'code',
  form,
  kind: 'strong',
  id,
  literal: '**',
})

describe('emphasis', () => {
  it.each([
    ['a space at its inner edge moves out', ['a', strong('open'), ' b ', strong('close'), 'c'], 'a **b** c'],
    ['around nothing it is dropped', ['a ', strong('open'), ' ', strong('close'), 'b'], 'a  b'],
    ['between letters it stays', ['a', strong('open'), 'b', strong('close'), 'c'], 'a**b**c'],
    [
      'a letter that keeps it closed is encoded',
      [strong('open'), '(a)', strong('close'), 'b'],
      '**(a)**&#x62;',
    ],
    [
      'right after other emphasis it takes the other marker',
      [strong('open'), 'a', strong('close'), strong('open', 2), 'b', strong('close', 2)],
      '**a**__b__',
    ],
  ] as const)('%s', (_, pattern, expected) => {
    expect(renderFragment(pattern, 'markdown')).toBe(expected)
  })
})

const emphasis = (form: 'open' | 'close', id: number): Code => ({
  ...strong(form, id),
  kind: 'emphasis',
  literal: '*',
})
const hardBreak: Code = { type: 'code', form: 'standalone', kind: 'break', id: 9, literal: '\\\n' }
const link = (form: Code['form'], id: number, literal: string): Code => ({
  type: 'code',
  form,
  kind: 'link',
  id,
  literal,
})

describe('a pattern that Markdown has no way to write as it is', () => {
  it.each([
    [
      'loses the emphasis that is around nothing, and no other',
      [strong('open'), ' ', strong('close'), 'a ', emphasis('open', 2), 'b', emphasis('close', 2)],
      ' a *b*',
    ],
    [
      'has a line break outside the emphasis that it would begin',
      ['x', strong('open'), ' ', hardBreak, 'a', strong('close')],
      'x\\\n**a**',
    ],
    ['has no white space beside a line break', ['a ', hardBreak, ' b'], 'a\\\nb'],
    [
      'has brackets in links escaped, whatever links were before',
      [link('standalone', 1, '[12](x)'), ' ', link('open', 2, '['), 'a]', link('close', 2, '](y)')],
      '[12](x) [a\\]](y)',
    ],
  ] as const)('%s', (_, pattern, expected) => {
    expect(renderFragment(pattern, 'markdown')).toBe(expected)
  })

  it('keeps white space that has a spelling within its emphasis', () => {
    const pattern = ['x ', strong('open'), '\u00a0a', strong('close')]
    expect(renderFragment(pattern, 'markdown', new Map([['\u00a0', '&nbsp;']]))).toBe('x **&nbsp;a**')
  })
})

describe('text', () => {
  it.each([
    ['2 * 3 = 6', '2 * 3 = 6'],
    ['about ~10 minutes', 'about ~10 minutes'],
    ['between ~10 and ~20', 'between \\~10 and \\~20'],
    ['snake_case_name', 'snake_case_name'],
    ['*important*', '\\*important\\*'],
    ['[optional](x)', '\\[optional]\\(x)'],
    ['a < b', 'a < b'],
    ['a <b> c', 'a \\<b> c'],
    ['&copy; & co', '&amp;copy; & co'],
    ['C:\\dir', 'C:\\dir'],
    ['C:\\_dir', 'C:\\\\_dir'],
    ['write a@b.com', 'write a\\@b.com'],
  ])('%j is written %j', (text, expected) => {
    expect(renderFragment([text], 'markdown')).toBe(expected)
  })

  it('is written with entities in HTML, and as it is where there is no markup', () => {
    expect(renderFragment(['a <b> &amp; *c*'], 'html')).toBe('a &lt;b> &amp;amp; *c*')
    expect(renderFragment(['a <b> &amp; *c*'], 'text')).toBe('a <b> &amp; *c*')
  })

  it('has no braces in MDX', () => {
    expect(renderFragment(['a {b} < c'], 'mdx')).toBe('a \\{b} \\< c')
  })

  it('takes the spellings that the source always uses', () => {
    const spellings = spellingsOf('Prix&nbsp;: 5\\* &copy; 1\\. Caf\u00e9 &eacute;', 'markdown')
    expect(renderFragment(['Price\u00a0* \u00a9 1. \u00e9'], 'markdown', spellings)).toBe(
      'Price&nbsp;\\* &copy; 1. \u00e9',
    )
  })
})

it('a label of the source is one in its translation, wherever it stands there', () => {
  const source = parseFragment('Voir **Recettes** ici.', 'markdown')
  const kinds = (options: Parameters<typeof parseFragment>[2]) =>
    parseFragment('**Recettes** : vous pouvez', 'markdown', options).map(item =>
      typeof item === 'string' ? 'text' : item.kind,
    )
  expect(kinds({ source })).toEqual(['label', 'text'])
  expect(kinds({})).toEqual(['strong', 'text', 'strong', 'text'])
})

it('without its source, a fragment has as references what shows that it is one', () => {
  const pattern = parseFragment('a [b] c [d][e] f [g][] h[^1] [ ][]', 'markdown')
  expect(pattern.map(item => (typeof item === 'string' ? item : item.literal))).toEqual([
    ...['a [b] c ', '[', 'd', '][e]', ' f ', '[g][]', ' h', '[^1]', ' [ ][]'],
  ])
})
