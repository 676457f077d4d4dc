import pLimit from 'p-limit'
import type { EngineText, Pattern } from '../../model.ts'
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

type Deliver = (verdicts: ReadonlyMap<Question, Verdict>) => Promise<void>

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

/** A text whose answer is usable, and might be better. */
interface Flawed {
  readonly question: Question
  readonly encoding: Manner['encoding']
  /** What to tell the engine about glossary terms. */
  readonly complaints: readonly string[]
  readonly isDoubtful: boolean
}

interface Assessment {
  readonly verdict: Verdict
  readonly complaints: readonly string[]
  readonly isDoubtful: boolean
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

  /** One batch down the ladder: as it is, in the other encoding, in pieces; then once more for what is flawed. */
  async function askBatch(batch: readonly Question[], deliver: Deliver): Promise<void> {
    const flawed: Flawed[] = []
    const lost = await climb(batch, 'primary', flawed, deliver)
    const again = lost.filter(one => !one.isTooLarge).map(({ question }) => question)
    const lostAgain = await climb(again, 'alternate', flawed, deliver)
    for (const one of [...lost.filter(one => one.isTooLarge), ...lostAgain]) await askPieces(one, deliver)
    await insist(flawed, deliver)
    await askForSecondOpinion(flawed, deliver)
  }

  /** Asks in one encoding, delivers what is usable, and returns the rest. */
  async function climb(
    questions: readonly Question[],
    encoding: Manner['encoding'],
    flawed: Flawed[],
    deliver: Deliver,
  ): Promise<readonly Lost[]> {
    const lost: Lost[] = []
    const rung = encoding === 'primary' ? undefined : 'alternate'
    await askAll(requester, questions, { encoding }, async outcomes => {
      const verdicts = new Map<Question, Verdict>()
      for (const [question, outcome] of outcomes) {
        const { verdict, complaints, isDoubtful } = assess(question, outcome, rung)
        if (verdict.type === 'answer') verdicts.set(question, verdict)
        else lost.push({ question, reason: verdict.reason, isTooLarge: isTooLarge(outcome) })
        if (complaints.length > 0 || isDoubtful) flawed.push({ question, complaints, isDoubtful, encoding })
      }
      await deliver(verdicts)
    })
    return lost
  }

  /** The answer as it can be used, and what is wrong with it all the same. */
  function assess(question: Question, outcome: Outcome, rung: Rung | undefined): Assessment {
    if (outcome.type === 'fault') return rejected(outcome.reason)
    const { pattern, score, unknownWords = [] } = outcome.answer
    const judgement = judgeAnswer(question.text.pattern, pattern)
    if (judgement.type === 'unusable') return rejected(judgement.reason)
    const { fault, complaints } = options.review(question, judgement.pattern)
    if (fault !== undefined) return rejected(fault)
    const reached = rung ?? (judgement.repaired ? 'spacing' : undefined)
    return {
      verdict: {
        type: 'answer',
        pattern: judgement.pattern,
        ...(score === undefined ? {} : { score }),
        ...(unknownWords.length === 0 ? {} : { unknownWords }),
        ...(reached === undefined ? {} : { rung: reached }),
      },
      complaints,
      isDoubtful: judgement.doubtful,
    }
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
    if (verdict === undefined) return
    const fault = verdict.type === 'answer' ? options.review(question, verdict.pattern).fault : undefined
    await deliver(new Map([[question, fault === undefined ? verdict : { type: 'rejected', reason: fault }]]))
  }

  /** Asks once more for texts that break the glossary, naming the terms, and takes what breaks it less. */
  async function insist(flawed: readonly Flawed[], deliver: Deliver): Promise<void> {
    for (const encoding of ['primary', 'alternate'] as const) {
      const here = flawed.filter(one => one.encoding === encoding && one.complaints.length > 0)
      const instructions = [...new Set(here.flatMap(one => one.complaints))]
      await improve(here, { encoding, instructions }, 'instruction', deliver, (now, before) => {
        return now.complaints.length < before.complaints.length
      })
    }
  }

  /** Asks in the other encoding where codes seem to be out of place, and takes what has them elsewhere. */
  function askForSecondOpinion(flawed: readonly Flawed[], deliver: Deliver): Promise<void> {
    const here = flawed.filter(
      one => one.isDoubtful && one.encoding === 'primary' && one.complaints.length === 0,
    )
    return improve(here, { encoding: 'alternate' }, 'alternate', deliver, now => !now.isDoubtful)
  }

  /** What came first is on record already: a second answer only counts when it is better. */
  async function improve(
    flawed: readonly Flawed[],
    manner: Manner,
    rung: Rung,
    deliver: Deliver,
    isBetter: (now: Assessment, before: Flawed) => boolean,
  ): Promise<void> {
    if (flawed.length === 0) return
    const reply = await requester.send(
      flawed.map(({ question }) => question),
      manner,
    )
    if (reply.type !== 'answers') return
    const verdicts = new Map<Question, Verdict>()
    for (const [index, answer] of reply.answers.entries()) {
      const before = flawed[index]
      if (before === undefined) continue
      const now = assess(before.question, { type: 'answer', answer }, rung)
      if (now.verdict.type === 'answer' && isBetter(now, before)) verdicts.set(before.question, now.verdict)
    }
    await deliver(verdicts)
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

function rejected(reason: string): Assessment {
  return { verdict: { type: 'rejected', reason }, complaints: [], isDoubtful: false }
}

function isTooLarge(outcome: Outcome): boolean {
  return outcome.type === 'fault' && outcome.isTooLarge
}
