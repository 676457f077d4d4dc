import { expect, test } from 'vitest'
import { writtenDigest } from '../../src/absorb/base/written-digest.ts'
import { type MergeOutcome, mergeThreeWay } from '../../src/absorb/merge/merge-three-way.ts'

interface Case {
  readonly name: string
  readonly newSource?: string | undefined
  readonly target?: string | undefined
  readonly isConfirmed?: boolean
  readonly written?: string
  readonly edited: string
  readonly outcome: MergeOutcome['type'] | 'source' | 'removal' | 'catalogue'
}

const cases: readonly Case[] = [
  { name: 'the page says the target', edited: 'One.', outcome: 'unchanged' },
  { name: 'the page says something else', edited: 'Uno.', outcome: 'edited' },
  { name: 'the page says the source, which it fell back to', edited: 'Un.', outcome: 'unchanged' },
  {
    name: 'the source was put back in the place of the target',
    written: 'One.',
    edited: 'Un.',
    outcome: 'edited',
  },
  {
    name: 'the catalogue changed, the page did not',
    target: 'One!',
    written: 'One.',
    edited: 'One.',
    outcome: 'unchanged',
  },
  {
    name: 'the catalogue changed, and the page says the source again',
    target: 'One!',
    written: 'One.',
    edited: 'Un.',
    outcome: 'unchanged',
  },
  {
    name: 'catalogue and page changed',
    target: 'One!',
    written: 'One.',
    edited: 'Uno.',
    outcome: 'catalogue',
  },
  { name: 'the page edited is one that had fallen back', written: 'Un.', edited: 'Uno.', outcome: 'edited' },
  {
    name: 'a confirmed target is in the catalogue no more',
    target: undefined,
    isConfirmed: true,
    written: 'One.',
    edited: 'One.',
    outcome: 'edited',
  },
  {
    name: 'a target that nobody confirmed is in the catalogue no more',
    target: undefined,
    written: 'One.',
    edited: 'One.',
    outcome: 'unchanged',
  },
  {
    name: 'a page was edited whose target is in the catalogue no more',
    target: undefined,
    written: 'One.',
    edited: 'Uno.',
    outcome: 'edited',
  },
  {
    name: 'the source lost a sentence that was edited',
    newSource: undefined,
    edited: 'Uno.',
    outcome: 'removal',
  },
  {
    name: 'the source changed a sentence that was edited',
    newSource: 'Deux.',
    edited: 'Uno.',
    outcome: 'source',
  },
  {
    name: 'the source changed a sentence that both sides had edited',
    newSource: 'Deux.',
    target: 'One!',
    written: 'One.',
    edited: 'Uno.',
    outcome: 'catalogue',
  },
]

test.each(cases)('$name: $outcome', one => {
  const merged = mergeThreeWay({
    source: 'Un.',
    newSource: 'newSource' in one ? one.newSource : 'Un.',
    target: 'target' in one ? one.target : 'One.',
    isConfirmed: one.isConfirmed ?? false,
    written: one.written === undefined ? undefined : writtenDigest(one.written),
    edited: one.edited,
    isOnPage: fragment => fragment === one.edited,
  })
  expect(merged.type === 'conflict' ? merged.with : merged.type).toBe(one.outcome)
})
