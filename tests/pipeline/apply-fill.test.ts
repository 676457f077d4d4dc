import { expect, test } from 'vitest'
import { applyFill } from '../../src/pipeline/run/apply-fill.ts'
import type { FillResult } from '../../src/translate/fill-page.ts'
import { type KnownEntry, targetInHand } from './support/target-in-hand.ts'

const answer = { target: 'Open.', state: 'translated', origin: 'memory', score: 90 } as const
const suggestion = { target: 'Open.', origin: 'draft', score: 20 } as const
const doubtful = { target: undefined, state: 'initial', origin: 'draft', suggestion } as const
const rejected = { target: undefined, state: 'initial', origin: 'deepl', rung: 'rejected' } as const
/** Of a text that a run did not come to. */
const nothing = { target: undefined, state: 'initial' } as const

const reviewed = { state: 'reviewed', origin: 'human', previousSource: 'Fermez.' } as const
const approved = { target: 'Shut.', ...reviewed } as const
const stale = { target: 'Shut.', state: 'translated', origin: 'deepl', previousSource: 'Fermez.' } as const
const marked = { target: 'Open it.', state: 'translated', origin: 'deepl', retranslate: true } as const
const onPage = { gap: 'a', written: 'b', alternatives: ['Unlock.'] }

/** What the catalogue has of the one segment after a result was entered. */
function after(
  before: KnownEntry | undefined,
  result: Omit<FillResult, 'page' | 'index' | 'key' | 'diagnostics'>,
) {
  const target = targetInHand('Ouvrez.\n', [before])
  const { skeleton, file, segments } = target.page
  const page = { path: file.page, file: file.file, skeleton, wanted: [0], labels: 'keep' } as const
  const key = segments[0]?.key ?? ''
  applyFill(target, [{ page, index: 0, key, diagnostics: [], ...result }])
  const text = target.entries.targets.get(key)
  const { key: _, ...state } = target.entries.states.get(key) ?? { key }
  return { ...(text === undefined ? {} : { target: text }), ...state }
}

test.each<[what: string, ...Parameters<typeof after>, expected: KnownEntry]>([
  ['an answer is the target', undefined, answer, answer],
  ['what is known of the page stays', { state: 'initial', ...onPage }, answer, { ...answer, ...onPage }],
  ['what was stale is so no more', stale, answer, answer],
  [
    'an answer beside a person’s text is a suggestion',
    approved,
    answer,
    { ...approved, suggestion: { target: 'Open.', origin: 'memory', score: 90 } },
  ],
  ['a doubtful one as well', approved, doubtful, { ...approved, suggestion }],
  ['an answer is the target where a person’s text was taken out', reviewed, answer, answer],
  ['a person’s text stays where there is no answer', approved, rejected, approved],
  [
    'a doubtful answer is kept as a suggestion',
    { state: 'initial', ...onPage },
    doubtful,
    { state: 'initial', origin: 'draft', suggestion, ...onPage },
  ],
  [
    'an answer that can’t be used is remembered as such',
    { state: 'initial' },
    rejected,
    { state: 'initial', origin: 'deepl', rung: 'rejected' },
  ],
  [
    'a stale text stays where there is no usable answer, which is remembered',
    stale,
    rejected,
    { ...stale, rung: 'rejected' },
  ],
  ['a stale text that the run did not come to is as it was', stale, nothing, stale],
  [
    'a text that the glossary marked stays, marked no more, where there is no usable answer',
    marked,
    rejected,
    { target: 'Open it.', state: 'translated', origin: 'deepl' },
  ],
  ['one that the run did not come to stays marked', marked, nothing, marked],
])('%s', (_, before, result, expected) => {
  expect(after(before, result)).toEqual(expected)
})
