import pLimit from 'p-limit'
import type { EngineAnswer, EngineText, Pattern } from '../../model.ts'
import type { Rung } from '../fill-page.ts'
import { askAll, type Outcome } from './ask-all.ts'
import { askInPieces } from './ask-in-pieces.ts'
import { countCharacters } from './count-characters.ts'
import {
  type AskTotals,
  createRequester,
  type Manner,
  type RequesterOptions,
  type StopReason,
} from './create-requester.ts'
import { judgeAnswer } from './judge-answer.ts'
import { packBatches } from './pack-batches.ts'
import type { Question, Verdict } from './question.ts'

export interface AskerOptions extends RequesterOptions {
  /** Judges a usable answer by what becomes of it. */
  readonly review: (question: Question, answer: Pattern) => Review
}

export interface Review {
  /** Why the answer can't be stored; completes "the answer …". */
  readonly fault: string | undefined
  /** What to tell the engine about glossary terms that the answer missed; empty when it missed none. */
  readonly complaints: readonly string[]
}

export type Deliver = (verdicts: ReadonlyMap<Question, Verdict>) => Promise<void>

/** Gets texts translated by an engine, whatever it takes. */
export interface Asker {
  /** @param group Texts of one group may share a request. */
  question(text: EngineText, group: string): Question
  /**
   * Puts questions to the engine. `deliver` is given the verdicts of a request as soon as there are any, and awaited
   * before that slot's next request; slots deliver one at a time. The verdict of a question may be delivered a second
   * time, better than the first (a glossary term that was insisted on). Questions without a verdict were not asked:
   * see `stopped`.
   *
   * @throws What `deliver` throws, and errors of an engine that are no `EngineFault`, once no request is in flight.
   */
  ask(questions: readonly Question[], deliver: Deliver): Promise<void>
  readonly stopped: StopReason | undefined
  readonly totals: AskTotals
}

/** A text that one rung of the ladder gave nothing usable for. */
interface Lost {
  readonly question: Question
  readonly reason: string
  readonly isTooLarge: boolean
}

/** A text whose answer is usable and breaks the glossary. */
interface Missed {
  readonly question: Question
  readonly complaints: readonly string[]
  readonly encoding: Manner['encoding']
}

interface Assessment {
  readonly verdict: Verdict
  readonly complaints: readonly string[]
}

export function createAsker(options: AskerOptions): Asker {
  const { engine } = options
  const requester = createRequester(options)
  /** The one limiter. A slot is a batch with all its repairs, so that requests in flight never exceed the slots. */
  const limit = pLimit(engine.limits.concurrency)
  let lastDelivery: Promise<void> = Promise.resolve()

  function inTurn(deliver: Deliver): Deliver {
    return verdicts => {
      if (verdicts.size === 0) return Promise.resolve()
      const delivery = lastDelivery.then(() => deliver(verdicts))
      lastDelivery = delivery.catch(() => undefined)
      return delivery
    }
  }

  /** One batch down the ladder: as it is, in the other encoding, in pieces; then what breaks the glossary once more. */
  async function askBatch(batch: readonly Question[], deliver: Deliver): Promise<void> {
    const missed: Missed[] = []
    const lost = await climb(batch, 'primary', missed, deliver)
    const again = lost.filter(one => !one.isTooLarge).map(({ question }) => question)
    const lostAgain = await climb(again, 'alternate', missed, deliver)
    for (const one of [...lost.filter(one => one.isTooLarge), ...lostAgain]) await askPieces(one, deliver)
    await insist(missed, deliver)
  }

  /** Asks in one encoding, delivers what is usable, and returns the rest. */
  async function climb(
    questions: readonly Question[],
    encoding: Manner['encoding'],
    missed: Missed[],
    deliver: Deliver,
  ): Promise<readonly Lost[]> {
    const lost: Lost[] = []
    const rung = encoding === 'primary' ? undefined : 'alternate'
    await askAll(requester, questions, { encoding }, async outcomes => {
      const verdicts = new Map<Question, Verdict>()
      for (const [question, outcome] of outcomes) {
        const { verdict, complaints } = assess(question, outcome, rung)
        if (verdict.type === 'answer') verdicts.set(question, verdict)
        else lost.push({ question, reason: verdict.reason, isTooLarge: isTooLarge(outcome) })
        if (complaints.length > 0) missed.push({ question, complaints, encoding })
      }
      await deliver(verdicts)
    })
    return lost
  }

  /** The answer as it can be used, and what it makes of the glossary. */
  function assess(question: Question, outcome: Outcome, rung: Rung | undefined): Assessment {
    const verdict = judge(question, outcome, rung)
    if (verdict.type === 'rejected') return { verdict, complaints: [] }
    const { fault, complaints } = options.review(question, verdict.pattern)
    if (fault !== undefined) return { verdict: { type: 'rejected', reason: fault }, complaints: [] }
    return { verdict, complaints }
  }

  async function askPieces(lost: Lost, deliver: Deliver): Promise<void> {
    const { question, reason } = lost
    const hasCodes = question.text.pattern.some(item => typeof item !== 'string')
    if (!hasCodes && !lost.isTooLarge) {
      await deliver(new Map([[question, { type: 'rejected', reason }]]))
      return
    }
    const mostBytes = lost.isTooLarge
      ? Math.min(engine.limits.bytes, question.bytes / 2)
      : engine.limits.bytes
    const verdict = await askInPieces(question, engine, requester, mostBytes)
    if (verdict !== undefined) await deliver(new Map([[question, verdict]]))
  }

  /** Asks once more for texts that break the glossary, and takes what breaks it less. */
  async function insist(missed: readonly Missed[], deliver: Deliver): Promise<void> {
    for (const encoding of ['primary', 'alternate'] as const) {
      const here = missed.filter(one => one.encoding === encoding)
      if (here.length === 0) continue
      const instruction = [...new Set(here.flatMap(one => one.complaints))].join(' ')
      const reply = await requester.send(
        here.map(({ question }) => question),
        { encoding, instruction },
      )
      if (reply.type === 'answers') await deliver(better(here, reply.answers))
    }
  }

  /** Of second answers, those that break the glossary less than the first. */
  function better(
    missed: readonly Missed[],
    answers: readonly EngineAnswer[],
  ): ReadonlyMap<Question, Verdict> {
    const verdicts = new Map<Question, Verdict>()
    for (const [index, answer] of answers.entries()) {
      const before = missed[index]
      if (before === undefined) continue
      const { verdict, complaints } = assess(before.question, { type: 'answer', answer }, 'instruction')
      if (verdict.type === 'rejected' || complaints.length >= before.complaints.length) continue
      verdicts.set(before.question, verdict)
    }
    return verdicts
  }

  return {
    question: (text, group) => ({
      text,
      group,
      characters: countCharacters(text.pattern),
      bytes: engine.size(text),
    }),

    async ask(questions, deliver) {
      const deliverInTurn = inTurn(deliver)
      const isOversize = ({ bytes }: Question) => bytes > engine.limits.bytes
      const batches = packBatches(
        questions.filter(question => !isOversize(question)),
        engine.limits,
      )
      const jobs = [
        ...batches.map(batch => () => askBatch(batch, deliverInTurn)),
        ...questions
          .filter(isOversize)
          .map(question => () => askPieces({ question, reason: '', isTooLarge: true }, deliverInTurn)),
      ]
      let failure: { readonly error: unknown } | undefined
      const run = async (job: () => Promise<void>) => {
        if (failure !== undefined || requester.stopped !== undefined) return
        try {
          await job()
        } catch (error) {
          failure ??= { error }
        }
      }
      await Promise.all(jobs.map(job => limit(run, job)))
      if (failure !== undefined) throw failure.error
    },

    get stopped() {
      return requester.stopped
    },
    get totals() {
      return requester.totals
    },
  }
}

function judge(question: Question, outcome: Outcome, rung: Rung | undefined): Verdict {
  if (outcome.type === 'fault') return { type: 'rejected', reason: outcome.reason }
  const { pattern, score } = outcome.answer
  const judgement = judgeAnswer(question.text.pattern, pattern)
  if (judgement.type === 'unusable') return { type: 'rejected', reason: judgement.reason }
  const reached = rung ?? (judgement.repaired ? 'spacing' : undefined)
  return {
    type: 'answer',
    pattern: judgement.pattern,
    ...(score === undefined ? {} : { score }),
    ...(reached === undefined ? {} : { rung: reached }),
  }
}

function isTooLarge(outcome: Outcome): boolean {
  return outcome.type === 'fault' && outcome.isTooLarge
}
