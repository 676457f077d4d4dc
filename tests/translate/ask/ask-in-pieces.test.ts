import { expect, test } from 'vitest'
import { EngineFault } from '../../../src/engine-fault.ts'
import type { Engine } from '../../../src/model.ts'
import { parseFragment } from '../../../src/syntax/fragments/parse-fragment.ts'
import { renderFragment } from '../../../src/syntax/fragments/render-fragment.ts'
import { askInPieces } from '../../../src/translate/ask/ask-in-pieces.ts'
import { countCharacters } from '../../../src/translate/ask/count-characters.ts'
import type { Requester } from '../../../src/translate/ask/create-requester.ts'
import type { Question } from '../../../src/translate/ask/question.ts'

type Reply = Awaited<ReturnType<Requester['send']>>

const engine = {
  name: 'deepl',
  limits: { texts: 50, bytes: 4096, concurrency: 1 },
  size: ({ pattern }) => JSON.stringify(pattern).length,
  translate: () => Promise.reject(new Error('not asked')),
} satisfies Engine

/** @param reply to the texts of a request */
async function ask(fragment: string, reply: (texts: readonly string[]) => Reply) {
  const pattern = parseFragment(fragment, 'markdown')
  const context = { title: '', headings: [], before: '', after: '' }
  const question = { text: { pattern, role: 'paragraph', context } } as unknown as Question
  const sent: string[] = []
  const send: Requester['send'] = async batch => {
    const texts = batch.map(({ text }) => text.pattern.join(''))
    sent.push(...texts)
    return reply(texts)
  }
  const verdict = await askInPieces(question, engine, { send } as Requester, engine.limits.bytes)
  return { verdict, sent }
}

const answers = (texts: readonly string[]): Reply => ({
  type: 'answers',
  answers: texts.map(text => ({ pattern: [text], billedCharacters: 0 })),
})

test.each<[what: string, source: string, translations: Readonly<Record<string, string>>, target: string]>([
  [
    'a full stop and a capital that the engine gave a part of a sentence go',
    'Ouvrez **MENU** puis fermez.',
    { Ouvrez: 'Open.', 'puis fermez.': 'Then close.' },
    'Open **MENU** then close.',
  ],
  [
    'a capital that the source has stays',
    'Voir **MENU** Ouvrez.',
    { Voir: 'See', 'Ouvrez.': 'Open.' },
    'See **MENU** Open.',
  ],
  [
    'a name in capitals stays',
    'Voir **MENU** en pdf.',
    { Voir: 'See', 'en pdf.': 'PDF file.' },
    'See **MENU** PDF file.',
  ],
  ['the beginning keeps its capital', 'voir **MENU**.', { voir: 'See' }, 'See **MENU**.'],
  [
    'dots that are no full stop stay',
    'Voir **MENU** etc **OK**.',
    { Voir: 'See...', etc: 'and so on' },
    'See... **MENU** and so on **OK**.',
  ],
])('%s', async (_, source, translations, target) => {
  const { verdict } = await ask(source, texts => answers(texts.map(text => translations[text] ?? text)))
  if (verdict?.type !== 'answer') throw new Error(`no answer: ${JSON.stringify(verdict)}`)
  expect([renderFragment(verdict.pattern, 'markdown'), verdict.rung]).toEqual([target, 'pieces'])
})

const fault = (kind: EngineFault['kind']): Reply => ({ type: 'fault', fault: new EngineFault(kind, 'No.') })

test.each<[what: string, reply: (texts: readonly string[]) => Reply, verdict: object | undefined]>([
  [
    'is rejected for the reason that the engine gives',
    () => fault('refused'),
    { type: 'rejected', reason: 'No.' },
  ],
  [
    'is rejected when no piece is small enough',
    () => fault('too-large'),
    { type: 'rejected', reason: 'would need a request larger than the engine takes' },
  ],
  ['has no verdict when the run is stopped', () => ({ type: 'stopped' }), undefined],
  ['has none when the run is stopped between its pieces', texts => answers(texts.slice(1)), undefined],
  ['is rejected when an answer is empty', texts => answers(texts.map(() => '')), { type: 'rejected' }],
])('a text in pieces %s', async (_, reply, expected) => {
  const { verdict } = await ask('Ouvrez **MENU** puis fermez.', reply)
  if (expected === undefined) expect(verdict).toBeUndefined()
  else expect(verdict).toMatchObject(expected)
})

test('a word that is too long for any request is not asked for', async () => {
  const { verdict, sent } = await ask(`Ouvrez **MENU** ${'x'.repeat(engine.limits.bytes)}`, answers)
  expect([verdict, sent]).toEqual([
    { type: 'rejected', reason: 'would need a request larger than the engine takes' },
    [],
  ])
})

test.each([
  ['Été', 3],
  ['a😀b', 3],
  ['a\ud83db', 3],
  ['a\ude00b', 3],
  ['\ude00\ud83d', 2],
  ['Voir **MENU** et [ici](/x).', 'Voir MENU et ici.'.length],
])('%j is billed as %i characters', (fragment, characters) => {
  expect(countCharacters(parseFragment(fragment, 'markdown'))).toBe(characters)
})
