import { expect, test } from 'vitest'
import { EngineFault } from '../../../src/engine-fault.ts'
import type { Engine, Glossary, Pattern } from '../../../src/model.ts'
import { type AskerOptions, createAsker } from '../../../src/translate/ask/create-asker.ts'
import { createBudget } from '../../../src/translate/ask/create-budget.ts'
import type { Question, Verdict } from '../../../src/translate/ask/question.ts'
import { retryDelay } from '../../../src/translate/ask/retry-delay.ts'
import { splitIntoPieces } from '../../../src/translate/ask/split-into-pieces.ts'
import { createFaultyEngine } from '../../support/faulty-engine.ts'
import { code, label, pattern, strong } from '../support/pattern.ts'

const glossary: Glossary = { terms: [], doNotTranslate: [], labels: [] }

function asking(engine: Engine, options: Partial<AskerOptions> = {}) {
  const waits: number[] = []
  let clock = 0
  const asker = createAsker({
    engine,
    source: 'fr',
    target: 'en',
    glossary,
    signal: new AbortController().signal,
    sleep: milliseconds => {
      waits.push(milliseconds)
      clock += milliseconds
      return Promise.resolve()
    },
    now: () => clock,
    random: () => 0.5,
    budget: createBudget(Number.POSITIVE_INFINITY),
    review: () => ({ fault: undefined, complaints: [] }),
    onEvent: () => {},
    ...options,
  })
  return { asker, waits }
}

async function askAbout(
  engine: Engine,
  texts: readonly Pattern[],
  options: Partial<AskerOptions> = {},
  group = (at: number) => String(at),
) {
  const { asker, waits } = asking(engine, options)
  const context = { title: '', headings: [], before: '', after: '' }
  const questions = texts.map((text, at) =>
    asker.question({ pattern: text, role: 'paragraph', context }, group(at)),
  )
  const verdicts = new Map<Question, Verdict>()
  await asker.ask(questions, answers => {
    for (const [question, verdict] of answers) verdicts.set(question, verdict)
    return Promise.resolve()
  })
  return { asker, waits, questions, verdicts: questions.map(question => verdicts.get(question)) }
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => pattern(`Phrase ${at} du guide, avec `, label('OK'), '.'))

test('requests keep within texts, bytes and slots on a page of five hundred segments', async () => {
  const limits = { texts: 50, bytes: 2000, concurrency: 3 }
  const engine = createFaultyEngine({ seed: 1, textRate: 0.1, limits })
  const { verdicts } = await askAbout(engine, lines(500), {}, () => 'page')
  expect(verdicts.every(verdict => verdict?.type === 'answer')).toBe(true)
  expect(engine.mostInFlight).toBe(3)
  for (const { texts } of engine.requests) {
    expect(texts.length).toBeLessThanOrEqual(50)
    expect(texts.reduce((sum, text) => sum + engine.size(text), 0)).toBeLessThanOrEqual(2000)
  }
})

test('texts of different pages never share a request', async () => {
  const engine = createFaultyEngine({ seed: 1, textRate: 0 })
  await askAbout(engine, lines(6), {}, at => (at < 4 ? 'a' : 'b'))
  expect(engine.requests.map(({ texts }) => texts.length)).toEqual([4, 2])
})

test('a segment of a hundred kilobytes is asked for in pieces, its codes in place', async () => {
  const limits = { texts: 50, bytes: 10_000, concurrency: 2 }
  const engine = createFaultyEngine({ seed: 1, textRate: 0, limits })
  const long = 'Une phrase du guide, ni longue ni courte. '.repeat(1200)
  const source = pattern(
    long,
    label('OK'),
    ' puis ',
    strong.open,
    long.trim(),
    strong.close,
    ' ',
    code('fin'),
  )
  const { verdicts } = await askAbout(engine, [source])
  const [verdict] = verdicts
  if (verdict?.type !== 'answer') throw new Error('no answer')
  expect(verdict.rung).toBe('pieces')
  expect(verdict.pattern.filter(item => typeof item !== 'string')).toEqual(
    source.filter(item => typeof item !== 'string'),
  )
  expect(
    engine.requests.every(({ texts }) => texts.reduce((sum, text) => sum + engine.size(text), 0) <= 10_000),
  ).toBe(true)
})

test('a service that finds a text too large gets it in smaller pieces', async () => {
  const engine = createFaultyEngine({ seed: 1, textRate: 0 })
  const narrow: Engine = {
    ...engine,
    translate: (request, signal) => {
      const characters = request.texts.reduce((sum, text) => sum + JSON.stringify(text.pattern).length, 0)
      if (characters > 600) return Promise.reject(new EngineFault('too-large', 'The request is too large.'))
      return engine.translate(request, signal)
    },
  }
  const { verdicts } = await askAbout(narrow, [
    pattern('Une phrase du guide, ni longue ni courte. '.repeat(30).trim()),
  ])
  expect(verdicts).toMatchObject([{ type: 'answer', rung: 'pieces' }])
})

test('a word that no request can hold is refused without a request', async () => {
  const engine = createFaultyEngine({
    seed: 1,
    textRate: 0,
    limits: { texts: 50, bytes: 1000, concurrency: 1 },
  })
  const { verdicts } = await askAbout(engine, [pattern('x'.repeat(5000))])
  expect(verdicts).toMatchObject([{ type: 'rejected' }])
  expect(engine.requests).toHaveLength(0)
})

test('one refused text costs the others nothing but requests', async () => {
  const engine = createFaultyEngine({ seed: 1, textRate: 0 })
  const picky: Engine = {
    ...engine,
    translate: (request, signal) => {
      const isBad = request.texts.some(
        ({ pattern: [first] }) => typeof first === 'string' && first.includes('Phrase 13 '),
      )
      return isBad
        ? Promise.reject(new EngineFault('refused', 'Refused.'))
        : engine.translate(request, signal)
    },
  }
  const texts = lines(40).with(13, ['Phrase 13 sans code.'])
  const { verdicts } = await askAbout(picky, texts, {}, () => 'page')
  expect(verdicts.filter(verdict => verdict?.type === 'answer')).toHaveLength(39)
  expect(verdicts[13]).toEqual({ type: 'rejected', reason: 'Refused.' })
})

test('an engine that refuses everything is soon left alone', async () => {
  let requests = 0
  const engine = createFaultyEngine({ seed: 1, textRate: 0 })
  const closed: Engine = {
    ...engine,
    translate: () => {
      requests++
      return Promise.reject(new EngineFault('refused', 'Refused.'))
    },
  }
  const { asker } = await askAbout(closed, lines(500), {}, () => 'page')
  expect(asker.stopped).toMatchObject({ type: 'fault', fault: { kind: 'refused' } })
  expect(requests).toBeLessThan(120)
})

test('a rate limit holds for all slots, for as long as the service asked', async () => {
  const engine = createFaultyEngine({
    seed: 1,
    textRate: 0,
    limits: { texts: 1, bytes: 10_000, concurrency: 4 },
  })
  let calls = 0
  const limited: Engine = {
    ...engine,
    translate: (request, signal) => {
      calls++
      if (calls === 1)
        return Promise.reject(new EngineFault('rate-limit', 'Slow down.', { retryAfterMs: 7000 }))
      return engine.translate(request, signal)
    },
  }
  const { waits, verdicts } = await askAbout(limited, lines(12))
  expect(Math.max(...waits)).toBeGreaterThanOrEqual(7000)
  expect(verdicts.every(verdict => verdict?.type === 'answer')).toBe(true)
})

test('faults that pass are retried a few times, then end the run; others end it at once', async () => {
  const failing = (kind: 'server' | 'authorization') => {
    let requests = 0
    const engine: Engine = {
      ...createFaultyEngine({ seed: 1, textRate: 0, limits: { texts: 50, bytes: 9999, concurrency: 1 } }),
      translate: () => {
        requests++
        return Promise.reject(new EngineFault(kind, 'No.'))
      },
    }
    return { engine, requests: () => requests }
  }
  const down = failing('server')
  expect((await askAbout(down.engine, lines(3))).asker.stopped).toMatchObject({ fault: { kind: 'server' } })
  expect(down.requests()).toBe(6)
  const locked = failing('authorization')
  expect((await askAbout(locked.engine, lines(3))).asker.stopped).toMatchObject({
    fault: { kind: 'authorization' },
  })
  expect(locked.requests()).toBe(1)
})

test('a service that asks for an hour is not waited for', async () => {
  const engine: Engine = {
    ...createFaultyEngine({ seed: 1, textRate: 0 }),
    translate: () => Promise.reject(new EngineFault('rate-limit', 'Later.', { retryAfterMs: 3_600_000 })),
  }
  const { asker, waits } = await askAbout(engine, lines(3))
  expect(asker.stopped).toMatchObject({ fault: { kind: 'rate-limit' } })
  expect(waits).toEqual([])
})

test('an error that is no fault of an engine is thrown', async () => {
  const engine: Engine = {
    ...createFaultyEngine({ seed: 1, textRate: 0 }),
    translate: () => Promise.reject(new TypeError('a bug')),
  }
  await expect(askAbout(engine, lines(3))).rejects.toThrow('a bug')
})

test('what a review refuses goes down the ladder, to its end if need be', async () => {
  const engine = createFaultyEngine({ seed: 1, textRate: 0 })
  const encodings: string[] = []
  const noting: Engine = {
    ...engine,
    translate: (request, signal) => {
      encodings.push(request.encoding)
      return engine.translate(request, signal)
    },
  }
  const review = () => ({ fault: 'would not do', complaints: [] })
  const { verdicts } = await askAbout(noting, lines(1), { review })
  expect(encodings).toEqual(['primary', 'alternate', 'primary'])
  expect(verdicts).toEqual([{ type: 'rejected', reason: 'would not do' }])
  let reviews = 0
  const late = () => ({ fault: ++reviews < 3 ? 'would not do' : undefined, complaints: [] })
  const { verdicts: saved } = await askAbout(engine, lines(1), { review: late })
  expect(saved).toMatchObject([{ type: 'answer', rung: 'pieces' }])
})

test('however often a run is killed, nothing is billed twice beyond what was in flight', async () => {
  const limits = { texts: 10, bytes: 100_000, concurrency: 2 }
  const engine = createFaultyEngine({ seed: 1, textRate: 0, limits })
  const texts = lines(200)
  const saved = new Set<Pattern>()
  let runs = 0
  while (saved.size < texts.length) {
    runs++
    let deliveries = 0
    const { asker } = asking(engine)
    const context = { title: '', headings: [], before: '', after: '' }
    const questions = texts
      .filter(text => !saved.has(text))
      .map(text => asker.question({ pattern: text, role: 'paragraph', context }, 'page'))
    const attempt = asker.ask(questions, answers => {
      deliveries++
      if (deliveries > 3) throw new Error('killed')
      for (const question of answers.keys()) saved.add(question.text.pattern)
      return Promise.resolve()
    })
    await attempt.catch(() => undefined)
  }
  const once = createFaultyEngine({ seed: 1, textRate: 0, limits })
  await askAbout(once, texts)
  expect(runs).toBeGreaterThan(4)
  const oneBatch = once.billed / 20
  expect(engine.billed).toBeLessThanOrEqual(once.billed + (runs - 1) * limits.concurrency * oneBatch * 1.1)
})

test('the budget counts what is in flight, and learns what the service bills', () => {
  const budget = createBudget(100)
  const question = (characters: number) => ({ characters }) as Question
  const first = [question(30), question(30)]
  expect(budget.take(first)).toEqual(first)
  expect(budget.take([question(41)])).toEqual([])
  budget.settle(first, 66)
  expect(budget.take([question(31)])).toEqual([])
  const last = question(30)
  expect(budget.take([last])).toEqual([last])
})

test('waits double, differ by chance, and are never shorter than asked for', () => {
  expect([1, 2, 3].map(attempt => retryDelay(attempt, undefined, 0.999))).toEqual([500, 1000, 1999])
  expect(retryDelay(1, undefined, 0)).toBe(250)
  expect(retryDelay(20, undefined, 0)).toBe(30_000)
  expect(retryDelay(1, 7000, 0)).toBe(7000)
})

test('pieces joined are the pattern, and every text fits', () => {
  const source = pattern(
    'Un, deux. Trois quatre cinq ! ',
    label('OK'),
    ' - ',
    strong.open,
    ' six sept',
    strong.close,
  )
  const pieces = splitIntoPieces(source, text => text.length <= 12)
  const joined = pieces?.map(piece => (piece.type === 'text' ? piece.text : piece.item))
  expect(joined?.map(item => (typeof item === 'string' ? item : item.literal)).join('')).toBe(
    source.map(item => (typeof item === 'string' ? item : item.literal)).join(''),
  )
  expect(pieces?.flatMap(piece => (piece.type === 'text' ? [piece.text] : []))).toEqual([
    'Un, deux.',
    'Trois',
    'quatre',
    'cinq !',
    'six sept',
  ])
})

test('a cap that cuts the last request short ends the run too', async () => {
  const engine = createFaultyEngine({ seed: 1, textRate: 0 })
  const { asker, verdicts } = await askAbout(engine, lines(3), { budget: createBudget(70) }, () => 'page')
  expect(asker.stopped).toEqual({ type: 'cap' })
  expect(verdicts.map(verdict => verdict?.type)).toEqual(['answer', 'answer', undefined])
  expect(engine.billed).toBeLessThanOrEqual(70)
})
