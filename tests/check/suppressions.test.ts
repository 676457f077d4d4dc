import { describe, expect, test } from 'vitest'
import { applySuppressions } from '../../src/check/apply-suppressions.ts'
import { findSuppressions } from '../../src/check/find-suppressions.ts'
import type { SuppressionRule } from '../../src/check/suppression-rule.ts'
import type { Diagnostic, PageFormat } from '../../src/model.ts'

const file = 'content/en/a.md'

const finding = (code: string, line: number, more: Partial<Diagnostic> = {}): Diagnostic => ({
  code,
  severity: 'warning',
  message: 'A finding. Do something.',
  file,
  line,
  column: 1,
  ...more,
})

/** Lines of a page at which a finding of `spelling` is still told, and the codes of what is told of the comments. */
function toldOn(text: string, format: PageFormat = 'markdown') {
  const count = text.split('\n').length
  const diagnostics = Array.from({ length: count }, (_, index) => finding('spelling', index + 1))
  const result = applySuppressions({
    diagnostics,
    comments: new Map([[file, findSuppressions(text, format)]]),
    rules: [],
    pageOf: () => 'a',
  })
  const isFinding = ({ code }: Diagnostic) => code === 'spelling'
  return {
    lines: result.diagnostics.filter(isFinding).map(({ line }) => line),
    faults: result.diagnostics.filter(one => !isFinding(one)).map(({ code }) => code),
  }
}

describe('a comment silences its code', () => {
  test.each([
    ['in the block after it', 'a\n\n<!-- verso-ignore spelling: a name -->\nb\nc\n\nd', [1, 2, 3, 6, 7]],
    ['past blank lines', '<!-- verso-ignore spelling: a name -->\n\n\nb\n\nc', [1, 2, 3, 5, 6]],
    ['at the end of a page', 'a\n\n<!-- verso-ignore spelling: a name -->\nb', [1, 2, 3]],
    [
      'past other comments of its kind',
      '<!-- verso-ignore spelling: a name -->\n<!-- verso-ignore-page quotes: ours -->\nb\n\nc',
      [1, 2, 4, 5],
    ],
    ['in a quote', '> [comment]: # (verso-ignore spelling: a name)\n>\n> b\n>\n> c', [1, 2, 4, 5]],
    ['on the whole page', 'a\n\n{/* verso-ignore-page spelling: a name */}', []],
  ])('%s', (_, text, lines) => {
    expect(toldOn(text).lines).toEqual(lines)
  })

  test('and no other, whatever block it is in', () => {
    const text = '<!-- verso-ignore quotes: ours -->\nb'
    expect(toldOn(text)).toEqual({ lines: [1, 2], faults: ['suppression-unused'] })
  })

  test('only with a reason', () => {
    const text = '<!-- verso-ignore spelling -->\nb'
    expect(toldOn(text)).toEqual({ lines: [1, 2], faults: ['suppression-invalid'] })
  })

  test('in YAML by a comment of YAML; JSON has none', () => {
    const [yaml, json] = [
      '# verso-ignore spelling: a name\na: b',
      '{"a":\n# verso-ignore spelling: a name\n1}',
    ]
    expect(toldOn(yaml, 'yaml').lines).toEqual([1])
    expect(toldOn(json, 'json')).toEqual({ lines: [1, 2, 3], faults: [] })
    expect(toldOn('<!-- verso-ignore spelling: a name -->\na: b', 'yaml').lines).toEqual([1, 2])
  })

  test('in its own file alone', () => {
    const other = finding('spelling', 2, { file: 'content/en/b.md' })
    const comments = new Map([
      [file, findSuppressions('<!-- verso-ignore-page spelling: ours -->', 'markdown')],
    ])
    const { diagnostics } = applySuppressions({
      diagnostics: [other],
      comments,
      rules: [],
      pageOf: () => 'b',
    })
    expect(diagnostics.map(({ code }) => code)).toEqual(['spelling', 'suppression-unused'])
  })
})

describe('the configuration silences a code', () => {
  const told = (rule: Omit<SuppressionRule, 'reason'>, page: string | undefined): readonly string[] =>
    applySuppressions({
      diagnostics: [finding('spelling', 1, { key: 'k1' }), finding('spelling', 2), finding('quotes', 3)],
      comments: new Map(),
      rules: [{ ...rule, reason: 'ours' }],
      pageOf: () => page,
    }).diagnostics.map(({ code, line }) => `${code} ${line}`)

  const all = ['spelling 1', 'spelling 2', 'quotes 3']
  test.each([
    ['everywhere', { code: 'spelling' }, 'apps/a', ['quotes 3']],
    ['where there is no page', { code: 'spelling' }, undefined, ['quotes 3']],
    ['on the pages named', { code: 'spelling', pages: 'apps/**' }, 'apps/a', ['quotes 3']],
    ['on no other page', { code: 'spelling', pages: 'apps/**' }, 'docs/a', all],
    ['on pages alone', { code: 'spelling', pages: '**' }, undefined, all],
    ['of the segment named', { code: 'spelling', key: 'k1' }, 'apps/a', ['spelling 2', 'quotes 3']],
    ['of the segment on the pages named', { code: 'spelling', key: 'k1', pages: 'b' }, 'apps/a', all],
  ])('%s', (_, rule, page, left) => {
    expect(told(rule, page)).toEqual(left)
  })
})
