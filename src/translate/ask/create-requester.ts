import { EngineFault } from '../../engine-fault.ts'
import type { Engine, EngineAnswer, EngineRequest, Glossary, Locale } from '../../model.ts'
import type { Budget } from './create-budget.ts'
import { looksShuffled } from './looks-shuffled.ts'
import type { Question } from './question.ts'
import { retryDelay } from './retry-delay.ts'

/** Why a run ended before everything was asked. What was answered until then is kept. */
export type StopReason =
  | { readonly type: 'cap' }
  | { readonly type: 'fault'; readonly fault: EngineFault }
  | { readonly type: 'aborted' }

/** What a run has asked for so far. */
export interface AskTotals {
  /** Requests that were sent, attempts that failed included. */
  readonly requests: number
  /** Attempts after the first. */
  readonly retries: number
  /** Characters of the texts of all requests that were answered: what was expected to be billed. */
  readonly sentCharacters: number
  /** Characters that the service says it billed. */
  readonly billedCharacters: number
}

export type AskEvent =
  | { readonly type: 'answered'; readonly totals: AskTotals }
  | { readonly type: 'waiting'; readonly milliseconds: number; readonly reason: string }

export interface RequesterOptions {
  readonly engine: Engine
  readonly source: Locale
  readonly target: Locale
  readonly glossary: Glossary
  readonly signal: AbortSignal
  /** Waits; rejects when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
  /** In [0, 1). */
  readonly random: () => number
  /** What may be billed; shared by all locales of a run. */
  readonly budget: Budget
  /** Told after every answer and before every wait. */
  readonly onEvent: (event: AskEvent) => void
}

/** How a request is to be written. */
export type Manner = Pick<EngineRequest, 'encoding' | 'instructions'>

type Reply =
  /** Answers to the first texts of the request: to all of them, unless the cap cut it short. */
  | { readonly type: 'answers'; readonly answers: readonly EngineAnswer[] }
  /** The request as it was can't be answered: too large, refused, or answered with nonsense. */
  | { readonly type: 'fault'; readonly fault: EngineFault }
  /** The run has ended: see `stopped`. */
  | { readonly type: 'stopped' }

export interface Requester {
  /** Sends one request, again and again where that may help, within the cap. */
  send(questions: readonly Question[], manner: Manner): Promise<Reply>
  /** Ends the run; the first reason stands. */
  stop(reason: StopReason): void
  readonly stopped: StopReason | undefined
  readonly totals: AskTotals
}

/** Attempts at one request, the first included, before its fault ends the run. */
const maxAttempts = 6

/** The same for a service that nobody has got through to yet: most likely its address is wrong. */
const maxFirstAttempts = 3

/** Single texts turned down, with none answered in the whole run, that show that none will be. */
const maxRefusals = 8

/** The longest wait that a service may ask for; beyond it the run ends, for nobody waits an hour for a page. */
const longestWaitMs = 300_000

/**
 * The one place that calls an engine. Faults that pass (network, server, rate limit) are waited out, those of the
 * request itself are handed back, all others end the run.
 */
export function createRequester(options: RequesterOptions): Requester {
  const { engine, signal, now, budget } = options
  const totals = { requests: 0, retries: 0, sentCharacters: 0, billedCharacters: 0 }
  let stopped: StopReason | undefined
  let hasAnswered = false
  let refusals = 0
  /** No request is sent before this moment: a rate limit holds for all slots. */
  let pausedUntil = 0

  function stop(reason: StopReason): void {
    stopped ??= reason
  }

  async function wait(milliseconds: number, reason: string): Promise<void> {
    options.onEvent({ type: 'waiting', milliseconds, reason })
    try {
      await options.sleep(milliseconds, signal)
    } catch (error) {
      if (!signal.aborted) throw error
      stop({ type: 'aborted' })
    }
  }

  async function isHalted(): Promise<boolean> {
    for (let left = pausedUntil - now(); left > 0 && stopped === undefined; left = pausedUntil - now()) {
      await wait(left, 'the engine’s rate limit')
    }
    if (signal.aborted) stop({ type: 'aborted' })
    return stopped !== undefined
  }

  /** What a failed attempt comes to: a fault of this request, or undefined: another attempt, unless the run ended. */
  async function recover(error: unknown, count: number): Promise<EngineFault | undefined> {
    if (signal.aborted) {
      stop({ type: 'aborted' })
      return undefined
    }
    if (!(error instanceof EngineFault)) throw error
    if (isOfRequest(error)) return error
    const most = error.kind === 'network' && !hasAnswered ? maxFirstAttempts : maxAttempts
    if (!passes(error) || count >= most || (error.retryAfterMs ?? 0) > longestWaitMs) {
      stop({ type: 'fault', fault: error })
      return undefined
    }
    const delay = retryDelay(count, error.retryAfterMs, options.random())
    if (error.kind === 'rate-limit') pausedUntil = Math.max(pausedUntil, now() + delay)
    else await wait(delay, error.message)
    return undefined
  }

  async function attempt(request: EngineRequest, questions: readonly Question[]): Promise<Reply> {
    totals.requests++
    const answers = await engine.translate(request, signal)
    const billed = answers.reduce((sum, { billedCharacters }) => sum + billedCharacters, 0)
    totals.billedCharacters += billed
    totals.sentCharacters += questions.reduce((sum, { characters }) => sum + characters, 0)
    const fault = faultOf(request, answers)
    budget.settle(questions, billed)
    options.onEvent({ type: 'answered', totals: { ...totals } })
    return fault === undefined ? { type: 'answers', answers } : { type: 'fault', fault }
  }

  async function sendTaken(questions: readonly Question[], manner: Manner): Promise<Reply> {
    const request: EngineRequest = {
      texts: questions.map(({ text }) => text),
      source: options.source,
      target: options.target,
      glossary: options.glossary,
      ...manner,
    }
    for (let count = 1; !(await isHalted()); count++) {
      if (count > 1) totals.retries++
      try {
        return await attempt(request, questions)
      } catch (error) {
        const fault = await recover(error, count)
        if (fault === undefined) continue
        // Nonsense may well have been billed; what was turned down was not.
        budget.settle(questions, fault.kind === 'invalid-answer' ? undefined : 0)
        return { type: 'fault', fault }
      }
    }
    budget.settle(questions, 0)
    return { type: 'stopped' }
  }

  return {
    async send(questions, manner) {
      if (await isHalted()) return { type: 'stopped' }
      const taken = budget.take(questions)
      if (taken.length === 0) stop({ type: 'cap' })
      if (taken.length === 0) return { type: 'stopped' }
      const reply = await sendTaken(taken, manner)
      if (reply.type === 'answers') hasAnswered = true
      if (reply.type === 'fault' && questions.length === 1) refusals++
      if (reply.type === 'fault' && !hasAnswered && refusals >= maxRefusals) stop(reply)
      if (taken.length < questions.length) stop({ type: 'cap' })
      return reply
    },
    stop,
    get stopped() {
      return stopped
    },
    get totals() {
      return { ...totals }
    },
  }
}

/** Faults of one request: another request may well be answered. */
function isOfRequest({ kind }: EngineFault): boolean {
  return kind === 'too-large' || kind === 'refused' || kind === 'invalid-answer'
}

/** Faults that pass by themselves. */
function passes({ kind }: EngineFault): boolean {
  return kind === 'network' || kind === 'server' || kind === 'rate-limit'
}

function faultOf({ texts }: EngineRequest, answers: readonly EngineAnswer[]): EngineFault | undefined {
  if (answers.length !== texts.length) {
    return new EngineFault('invalid-answer', `has ${answers.length} texts for ${texts.length}`)
  }
  const isShuffled = looksShuffled(
    texts.map(({ pattern }) => pattern),
    answers.map(({ pattern }) => pattern),
  )
  return isShuffled ? new EngineFault('invalid-answer', 'has its texts in another order') : undefined
}
