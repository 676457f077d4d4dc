import { describe, expect, test } from 'vitest'
import type { Standing } from '../../src/absorb/alignment/standing.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import type { Diagnostic } from '../../src/model.ts'
import { configuredFindings } from '../../src/pipeline/run/configured-findings.ts'
import { reportState } from '../../src/pipeline/run/report-state.ts'
import { reportUnplaced } from '../../src/pipeline/run/report-unplaced.ts'
import { type KnownEntry, targetInHand } from './support/target-in-hand.ts'

const shown = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code, line }) => `${line} ${code}`)

describe('what is still to be done for a page', () => {
  const text = 'Voir.\n\nOuvrez.\n\nVoir.\n'
  const see = { target: 'See.', state: 'reviewed' } as const
  const open = { target: 'Open.', state: 'translated' } as const

  test.each<
    [
      what: string,
      known: readonly (KnownEntry | undefined)[],
      untranslated: number,
      stale: number,
      told: readonly string[],
    ]
  >([
    ['nothing', [see, open], 0, 0, []],
    [
      'each place of a text without a translation',
      [undefined, open],
      2,
      0,
      ['1 untranslated', '5 untranslated'],
    ],
    ['a stale translation', [see, { ...open, previousSource: 'Fermez.' }], 0, 1, ['3 stale']],
    [
      'one that a change of the glossary is about',
      [see, { ...open, retranslate: true }],
      0,
      0,
      ['3 glossary-outdated'],
    ],
    [
      'a choice between two texts, once',
      [{ ...see, alternatives: ['Look.'] }, open],
      0,
      0,
      ['1 hand-edit-conflict'],
    ],
    [
      'nothing for a sentence that a person took off the page',
      [see, { state: 'initial', gap: '-' }],
      0,
      0,
      [],
    ],
    [
      'the rest of what they took off in one place',
      [{ state: 'initial', gap: '- abc' }, open],
      2,
      0,
      ['1 untranslated', '5 untranslated'],
    ],
  ])('%s', (_, known, untranslated, stale, told) => {
    const state = reportState(targetInHand(text, known), new Set())
    expect({ ...state, diagnostics: shown(state.diagnostics) }).toEqual({
      untranslated,
      stale,
      diagnostics: told,
    })
  })

  test('what a step of the run has told is counted, and what a dry run would fill is not', () => {
    const target = targetInHand(text, [])
    const [, key = ''] = target.page.segments.map(segment => segment.key)
    const told = reportState(target, new Set([key]))
    expect([told.untranslated, shown(told.diagnostics)]).toEqual([3, ['1 untranslated', '5 untranslated']])
    const planned = reportState({ ...target, planned: new Set([0, 1]) }, new Set())
    expect([planned.untranslated, shown(planned.diagnostics)]).toEqual([1, ['5 untranslated']])
  })
})

describe('what a page that a person shaped has no place for', () => {
  const sentences = (count: number) => Array.from({ length: count }, (_, n) => `Phrase ${'A'.repeat(n + 1)}.`)
  const report = (
    count: number,
    types: readonly Standing['type'][],
    isFirst = false,
    isNew = (_: number) => false,
  ) => {
    const target = targetInHand(sentences(count).join('\n\n'), [])
    const known = [...target.page.resource.texts].filter((_, index) => !isFirst && !isNew(index))
    const page = { ...target.page, resource: { texts: new Map(known), foreign: [] } }
    const standings = types.map(type => ({ type, fragment: '' }))
    return reportUnplaced({ ...target, page }, standings).map(
      ({ line, key, message }) =>
        `${line} ${key === undefined ? 'all' : 'one'}: ${message.replace(/^.*?(lines [^)]*|changed|is not on).*$/, '$1')}`,
    )
  }

  test('is told for each sentence that is new or changed, and once for all others', () => {
    const types = ['text', 'awaited', 'unfound', 'unfound', 'removed', 'unfound'] as const
    expect(report(6, types, false, index => index === 2 || index === 4)).toEqual([
      '3 one: is not on',
      '5 one: changed',
      '7 all: lines 7, 11',
    ])
  })

  test('is told once when the page is first seen, with a dozen lines', () => {
    expect(report(2, ['unfound', 'unfound'], true)).toEqual(['1 all: lines 1, 3'])
    expect(report(14, Array(14).fill('unfound'), true)).toEqual([
      '1 all: lines 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 and 2 others',
    ])
    expect(report(2, ['text', 'removed'], true)).toEqual([])
  })
})

test('findings are left out, or weigh, as the configuration has it', () => {
  const config = parseConfig(
    `checks: { untranslated: off, stale: error }
suppress:
  - { code: brackets, pages: "apps/**", reason: as on the screen }
`,
    'verso.config.yaml',
  )
  const pages = ['apps/a', 'b'].map(page => ({
    page,
    file: `content/fr/${page}.md`,
    before: 'content/',
    after: `/${page}.md`,
  }))
  const found = (code: Diagnostic['code'], file: string): Diagnostic => ({
    code,
    file,
    severity: 'warning',
    line: 1,
    column: 1,
    message: '',
  })
  const left = configuredFindings(
    config,
    pages,
    ['en'],
    [
      found('untranslated', 'content/fr/b.md'),
      found('stale', 'content/fr/b.md'),
      found('brackets', 'content/en/apps/a.md'),
      found('brackets', 'content/fr/apps/a.md'),
      found('brackets', 'content/en/b.md'),
    ],
  )
  expect(left.map(({ code, severity, file }) => `${code} ${severity} ${file}`)).toEqual([
    'stale error content/fr/b.md',
    'brackets warning content/en/b.md',
  ])
})
