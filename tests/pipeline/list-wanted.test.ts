import { expect, test } from 'vitest'
import type { EngineName } from '../../src/model.ts'
import { listWanted } from '../../src/pipeline/run/list-wanted.ts'
import { type KnownEntry, targetInHand } from './support/target-in-hand.ts'

const machine = { target: 'Open.', state: 'translated', origin: 'deepl' } as const
const person = { target: 'Open.', state: 'translated', origin: 'human' } as const
const approved = { target: 'Open.', state: 'reviewed', origin: 'deepl' } as const
const suggestion = { target: 'Open.', origin: 'deepl' } as const
const stale = { previousSource: 'Fermez.' }
const rejected = { origin: 'deepl', rung: 'rejected' } as const

test.each<[what: string, known: KnownEntry | undefined, engine: EngineName, isWanted: boolean]>([
  ['what has no translation', undefined, 'deepl', true],
  ['what has none, and a state', { state: 'initial' }, 'deepl', true],
  ['a translation', { target: 'Open.' }, 'deepl', false],
  ['a machine’s translation', machine, 'libretranslate', false],
  ['a test engine’s text, for another engine', { ...machine, origin: 'pseudo' }, 'deepl', true],
  ['the source itself as a text, for another engine', { ...machine, origin: 'identity' }, 'deepl', true],
  ['a test engine’s text, for the same engine', { ...machine, origin: 'pseudo' }, 'pseudo', false],
  ['a test engine’s text that a person approved', { ...approved, origin: 'pseudo' }, 'deepl', false],
  ['a machine’s translation whose source changed', { ...machine, ...stale }, 'deepl', true],
  ['the same, from a test engine', { ...machine, ...stale }, 'pseudo', true],
  ['an approved one whose source changed, for a suggestion', { ...approved, ...stale }, 'deepl', true],
  ['a final one whose source changed', { ...approved, state: 'final', ...stale }, 'deepl', true],
  ['an approved one whose source changed, from a test engine', { ...approved, ...stale }, 'pseudo', false],
  ['a final one whose source changed, so', { ...approved, state: 'final', ...stale }, 'identity', false],
  ['a person’s text that is open again, whose source changed', { ...person, ...stale }, 'deepl', false],
  [
    'a person’s text that was taken out of the catalogue',
    { state: 'initial', origin: 'human' },
    'deepl',
    true,
  ],
  ['what the glossary changed for', { ...machine, retranslate: true }, 'deepl', true],
  ['what the glossary changed for, from a test engine', { ...machine, retranslate: true }, 'pseudo', false],
  ['what it changed for, approved since', { ...approved, retranslate: true }, 'deepl', false],
  ['what it changed for, final since', { ...approved, state: 'final', retranslate: true }, 'deepl', false],
  ['what this engine made a suggestion for', { state: 'initial', suggestion }, 'deepl', false],
  ['what another engine made a suggestion for', { state: 'initial', suggestion }, 'libretranslate', true],
  ['what this engine had no usable answer for', { state: 'initial', ...rejected }, 'deepl', false],
  ['what another engine had none for', { state: 'initial', ...rejected }, 'libretranslate', true],
  ['a stale one that an engine had none for', { ...machine, ...stale, ...rejected }, 'libretranslate', false],
])('%s: %o, for %s: %s', (_, known, engine, isWanted) => {
  expect(listWanted(targetInHand('Ouvrez.\n', [known]), engine)).toEqual(isWanted ? [0] : [])
})
