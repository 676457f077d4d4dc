import { expect, test } from 'vitest'
import type { Code, EngineText, Glossary, Pattern } from '../../../src/model.ts'
import { createAsker } from '../../../src/translate/ask/create-asker.ts'
import { createBudget } from '../../../src/translate/ask/create-budget.ts'
import type { Question, Verdict } from '../../../src/translate/ask/question.ts'
import {
  createFaultyEngine,
  type FaultyEngine,
  requestFaults,
  textFaults,
  toyTranslation,
} from '../../support/faulty-engine.ts'
import { seededRandom } from '../../support/seeded-random.ts'
import { code, emphasis, label, link, pattern, standalone, strong } from '../support/pattern.ts'

const glossary: Glossary = { terms: [], doNotTranslate: [], labels: [] }

/** Sentences of every make, each with a number of its own. */
function sentence(number: number, random: () => number): Pattern {
  const makes: readonly (() => Pattern)[] = [
    () => pattern(`La commande ${number} arrive dans le logiciel de caisse, sans autre action.`),
    () => pattern(`Commande ${number} : cliquez sur `, label('Autoriser'), ', puis validez.'),
    () =>
      pattern(
        'Depuis ',
        strong.open,
        `la page ${number}`,
        strong.close,
        ', voir ',
        ...[code('ref')],
        ' en bas.',
      ),
    () => {
      const guide = link('/docs/guide')
      return pattern(
        `Étape ${number} du "`,
        guide.open,
        'guide de démarrage',
        guide.close,
        '" : notez ',
        emphasis.open,
        'chaque valeur',
        emphasis.close,
        ' et ',
        standalone('name', 'HubRise'),
        '.',
      )
    },
    () => {
      const help = link('/aide')
      return pattern(
        `Voir ${number} `,
        help.open,
        'toute ',
        strong.open,
        'notre aide',
        strong.close,
        help.close,
      )
    },
    () => pattern(label('OK'), ' ', label('Suivant'), ` valide l'étape ${number} & la suite`),
  ]
  const make = makes[Math.floor(random() * makes.length)]
  return make === undefined ? [] : make()
}

interface Run {
  readonly engine: FaultyEngine
  readonly verdicts: ReadonlyMap<Question, Verdict>
  readonly questions: readonly Question[]
  readonly stopped: unknown
  readonly retries: number
  readonly delivered: number
}

async function ask(engine: FaultyEngine, count: number, seed: number): Promise<Run> {
  const random = seededRandom(seed)
  let clock = 0
  let delivered = 0
  const asker = createAsker({
    engine,
    source: 'fr',
    target: 'en',
    glossary,
    signal: new AbortController().signal,
    sleep: milliseconds => {
      clock += milliseconds
      return Promise.resolve()
    },
    now: () => clock,
    random,
    budget: createBudget(Number.POSITIVE_INFINITY),
    review: () => ({ fault: undefined, complaints: [] }),
    onEvent: () => {},
  })
  const questions = Array.from({ length: count }, (_, number) => {
    const text: EngineText = {
      pattern: sentence(number, random),
      role: 'paragraph',
      context: { title: 'Guide', headings: [], before: '', after: '' },
    }
    return asker.question(text, `page-${number >> 6}`)
  })
  const verdicts = new Map<Question, Verdict>()
  await asker.ask(questions, answers => {
    delivered += answers.size
    for (const [question, verdict] of answers) verdicts.set(question, verdict)
    return Promise.resolve()
  })
  return { engine, verdicts, questions, stopped: asker.stopped, retries: asker.totals.retries, delivered }
}

function codesOf(source: Pattern): readonly string[] {
  return source
    .flatMap(item => (typeof item === 'string' ? [] : [`${item.form} ${item.id} ${item.literal}`]))
    .sort()
}

function isNested(codes: readonly (string | Code)[]): boolean {
  const open: number[] = []
  return codes.every(item => {
    if (typeof item === 'string' || item.form === 'standalone') return true
    if (item.form === 'open') return open.push(item.id) > 0
    return open.pop() === item.id
  })
}

function textOf(source: Pattern): string {
  return source.map(item => (typeof item === 'string' ? item : '')).join('')
}

test('no text loses a code, its nesting or its words in more than ten thousand faulty answers', async () => {
  let faults = 0
  const kinds = new Set<string>()
  for (let seed = 1; seed <= 8; seed++) {
    const engine = createFaultyEngine({ seed, textRate: 0.6, requestRate: 0.1 })
    const run = await ask(engine, 2000, seed)
    faults += [...engine.injected.values()].reduce((sum, count) => sum + count, 0)
    expect(run.stopped).toBeUndefined()
    for (const fault of engine.injected.keys()) kinds.add(fault)
    for (const question of run.questions) {
      const verdict = run.verdicts.get(question)
      const source = question.text.pattern
      expect(verdict).toBeDefined()
      if (verdict?.type !== 'answer') continue
      expect(codesOf(verdict.pattern)).toEqual(codesOf(source))
      expect(isNested(verdict.pattern)).toBe(true)
      const text = textOf(verdict.pattern)
      expect(text).toMatch(/\p{L}/u)
      expect(text).not.toMatch(
        /[<>\n\u0007\ud800-\udfff]|translation:|Ignore previous|&amp;|&quot;|encore encore/,
      )
      expect([textOf(source).match(/\d+/)?.[0], undefined]).toContain(text.match(/\d+/)?.[0])
    }
  }
  expect(faults).toBeGreaterThan(10_000)
  expect([...kinds].sort()).toEqual([...textFaults, ...requestFaults].sort())
})

test.each([...textFaults])(
  'a single answer with this fault ends in a repair, a retry or a refusal: %s',
  async fault => {
    const engine = createFaultyEngine({ seed: 3, textRate: 1, only: [fault] })
    const { verdicts, questions } = await ask(engine, 60, 3)
    expect(engine.injected.get(fault)).toBeGreaterThan(0)
    for (const question of questions) {
      const verdict = verdicts.get(question)
      if (verdict?.type !== 'answer' || verdict.rung !== undefined) continue
      const right = question.text.pattern.map(item =>
        typeof item === 'string' ? toyTranslation(item) : item,
      )
      const requests = engine.requests.filter(({ texts }) => texts.includes(question.text)).length
      if (requests === 1) expect(verdict.pattern).toEqual(right)
    }
  },
)
