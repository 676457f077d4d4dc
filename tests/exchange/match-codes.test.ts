import { describe, expect, test } from 'vitest'
import { assembleTarget } from '../../src/exchange/assemble-target.ts'
import type { ImportedText } from '../../src/exchange/imported-unit.ts'
import { matchCodes } from '../../src/exchange/match-codes.ts'
import type { Pattern } from '../../src/model.ts'
import { parseFragment } from '../../src/syntax/fragments/parse-fragment.ts'
import { renderFragment } from '../../src/syntax/fragments/render-fragment.ts'

const parse = (fragment: string) => parseFragment(fragment, 'markdown')
const codesOf = (pattern: Pattern) =>
  pattern.flatMap(item => (typeof item === 'string' ? [] : `${item.id} ${item.literal}`))

describe('codes of a target have the numbers of the source’s that they are, which is how a tool pairs them', () => {
  test.each<[what: string, source: string, target: string, codes: readonly string[]]>([
    [
      'links that changed places',
      '[Un](/x) et [deux](/y).',
      '[Two](/y) and [one](/x).',
      ['2 [', '2 ](/y)', '1 [', '1 ](/x)'],
    ],
    ['code that changed places', '`a`, `b`.', '`b`, `a`.', ['2 `b`', '1 `a`']],
    ['a label that has another text', '**OK** et `a`.', '`a` and **Fine**.', ['2 `a`', '1 **Fine**']],
    ['a code of a kind that the source has none of', '`a`.', '[One](/x) `a`.', ['2 [', '2 ](/x)', '1 `a`']],
    ['one more of a kind than the source has', '`a`.', '`b` `a`.', ['2 `b`', '1 `a`']],
    ['one of two that the source has', '`a`, `b`.', '`b`.', ['2 `b`']],
    ['a tag around text for one that stands alone', 'Un<br>mot.', 'One <b>word</b>.', ['2 <b>', '2 </b>']],
    ['bold text for a link', '[Un](/x).', 'Some *one*.', ['2 *', '2 *']],
  ])('%s', (_, source, target, codes) => {
    expect(codesOf(matchCodes(parse(source), parse(target)))).toEqual(codes)
  })
})

describe('a tool that gives back numbers and no Markdown', () => {
  const source = parse('Lisez [la page](/x), puis `a`.')
  const code = (form: 'open' | 'close' | 'standalone', id: string, literal?: string) => ({
    form,
    id,
    literal,
  })

  test.each<[what: string, imported: ImportedText, fragment: string | undefined]>([
    [
      'gets the source’s, openings and ends each',
      [code('standalone', '2'), ': ', code('open', '1'), 'it', code('close', '1'), '.'],
      '`a`: [it](/x).',
    ],
    ['gets none for a number that the source does not have', ['Read ', code('standalone', '7')], undefined],
    ['or has it for something else', ['Read ', code('standalone', '1')], undefined],
    ['keeps Markdown of its own', ['Read ', code('standalone', '2', '<br>'), '.'], 'Read <br>.'],
  ])('%s', (_, imported, fragment) => {
    const pattern = assembleTarget(imported, source)
    expect(pattern && renderFragment(pattern, 'markdown')).toBe(fragment)
  })
})
