import type { Code, Diagnostic, Origin, Pattern } from '../model.ts'
import { type AskerOptions, createAsker, type Review } from './ask/create-asker.ts'
import type { AskTotals, StopReason } from './ask/create-requester.ts'
import type { Question, Verdict } from './ask/question.ts'
import { createFinisher, type FinishedTarget } from './create-finisher.ts'
import type { Memory } from './create-memory.ts'
import { createPlanner, type Occurrence, type Plan } from './create-planner.ts'
import type { FillPage, FillResult } from './fill-page.ts'
import { fillWithTestEngine } from './fill-with-test-engine.ts'
import { isTestEngine } from './is-test-engine.ts'
import { unbindNames } from './unbind-names.ts'

export interface FillRunOptions extends Omit<AskerOptions, 'engine' | 'review'> {
  /** Undefined for the engine `memory`: no engine at all. */
  readonly engine: AskerOptions['engine'] | undefined
  /** Not read for the test engines `identity` and `pseudo`. */
  readonly memory: Memory
  /** Scores below it, 0 to 100, leave a segment `initial` with the answer as a suggestion. */
  readonly threshold?: number
  /**
   * Given what a request brought, to be written to disk: that slot's next request waits for it. Not called for what
   * costs nothing to make again: memory matches, test engines, segments without a text. A segment may come a second
   * time, with a better target. Called by one slot at a time.
   */
  readonly onBatch: (results: readonly FillResult[]) => Promise<void>
}

/** What a window of pages came to. */
export interface FillOutcome {
  /** One result a segment wanted, in the order of the pages and their segments. */
  readonly results: readonly FillResult[]
  /** Set when the run ended early; segments that were not asked for are `initial`. */
  readonly stopped: StopReason | undefined
}

interface FillTotals extends AskTotals {
  /** Segments that were wanted. */
  readonly segments: number
  readonly fromMemory: number
  /** Segments that an engine's answer filled, each occurrence counted. */
  readonly fromEngine: number
  readonly untranslated: number
  /** Characters of all segments wanted: what a run without memory and deduplication would have sent. None of a test engine's. */
  readonly characters: number
  /** Characters of the distinct texts that the engine was to be asked for, each once. */
  readonly estimatedCharacters: number
}

/** One run over any number of windows of pages: a text that is answered in one is not asked for in the next. */
export interface FillRun {
  /** Call it for one window after the other. After a run has stopped nothing is asked any more. */
  fill(pages: readonly FillPage[]): Promise<FillOutcome>
  readonly totals: FillTotals
}

/** Fills segments: the memory first, then the engine, every target checked and written as its page needs it. */
export function createFillRun(options: FillRunOptions): FillRun {
  const { engine, glossary, source, target } = options
  const finisher = createFinisher(glossary, source, target)
  const plan = createPlanner({ ...options, engineName: engine?.name, finisher })
  /** Where each question that is being asked occurs. */
  const asked = new Map<Question, Plan>()
  const asker = engine === undefined ? undefined : createAsker({ ...options, engine, review })
  /** Of the whole run, by the text's key. */
  const verdicts = new Map<string, Verdict>()
  const counts = {
    segments: 0,
    fromMemory: 0,
    fromEngine: 0,
    untranslated: 0,
    characters: 0,
    estimatedCharacters: 0,
  }

  /** What became of an answer where it was reviewed, so that it need not be finished twice. */
  const reviewed = new WeakMap<Pattern, { readonly at: Occurrence; readonly finished: FinishedTarget }>()

  function finishAt(occurrence: Occurrence, answer: Pattern): FinishedTarget {
    const known = reviewed.get(answer)
    if (known?.at === occurrence) return known.finished
    return finisher.fromEngine(occurrence, unbindNames(ownCodes(answer, occurrence.bound)))
  }

  function review(question: Question, answer: Pattern): Review {
    const at = asked.get(question)?.occurrences[0]
    if (at === undefined) return { fault: undefined, complaints: [] }
    const finished = finishAt(at, answer)
    reviewed.set(answer, { at, finished })
    return { fault: reviewFault(finished), complaints: finished.complaints }
  }

  function untranslated(
    occurrence: Occurrence,
    diagnostics: readonly Diagnostic[],
    reason: string,
  ): FillResult {
    return {
      page: occurrence.page,
      index: occurrence.index,
      key: occurrence.segment.key,
      target: undefined,
      state: 'initial',
      diagnostics: [...diagnostics, finisher.diagnostic(occurrence, 'untranslated', reason)],
    }
  }

  function finish(occurrence: Occurrence, verdict: Verdict | undefined, origin: Origin): FillResult {
    if (verdict === undefined)
      return untranslated(occurrence, [], notAsked(asker?.stopped, engine === undefined))
    if (verdict.type === 'rejected') {
      const reason = `No usable translation: the answer ${verdict.reason}. Translate it by hand, or try another engine.`
      const diagnostics = [finisher.diagnostic(occurrence, 'answer-rejected', reason)]
      return { ...untranslated(occurrence, diagnostics, reason), origin, rung: 'rejected' }
    }
    const { target: text, diagnostics } = finishAt(occurrence, verdict.pattern)
    if (text === undefined) {
      const reason = 'The translation would change the inline codes.'
      return { ...untranslated(occurrence, diagnostics, reason), origin, rung: 'rejected' }
    }
    const { score, rung, unknownWords = [] } = verdict
    if (score !== undefined && options.threshold !== undefined && score < options.threshold) {
      const reason = `The draft is too uncertain (${Math.round(score)} of 100): it is kept as a suggestion.`
      return { ...untranslated(occurrence, [], reason), suggestion: { target: text, origin, score } }
    }
    return {
      page: occurrence.page,
      index: occurrence.index,
      key: occurrence.segment.key,
      target: text,
      state: 'translated',
      origin,
      ...(score === undefined ? {} : { score }),
      ...(rung === undefined ? {} : { rung }),
      diagnostics: [...diagnostics, ...unknown(occurrence, unknownWords)],
    }
  }

  function unknown(occurrence: Occurrence, words: readonly string[]): readonly Diagnostic[] {
    if (words.length === 0) return []
    const listed = [...new Set(words)].map(word => `“${word}”`).join(', ')
    const message = `The engine does not know ${listed}: left as it is, or guessed. Correct the translation.`
    return [finisher.diagnostic(occurrence, 'unknown-word', message)]
  }

  /** Settles one window: what was answered before in this run, and what the engine answers now. */
  async function askFor(texts: readonly Plan[], keep: (result: FillResult) => void): Promise<void> {
    const origin: Origin = engine?.name ?? 'memory'
    const settle = (text: Plan, verdict: Verdict | undefined) =>
      text.occurrences.map(occurrence => finish(occurrence, verdict, origin))
    const fresh: Question[] = []
    for (const text of texts) {
      const verdict = verdicts.get(text.key)
      if (verdict !== undefined || asker === undefined) {
        settle(text, verdict).forEach(keep)
        continue
      }
      const question = asker.question(text.text, text.occurrences[0]?.page.path ?? '')
      asked.set(question, text)
      counts.estimatedCharacters += question.characters
      fresh.push(question)
    }
    const done = new Set<Question>()
    await asker?.ask(fresh, async answers => {
      const batch: FillResult[] = []
      for (const [question, verdict] of answers) {
        const text = asked.get(question)
        if (text === undefined) continue
        done.add(question)
        verdicts.set(text.key, verdict)
        batch.push(...settle(text, verdict))
      }
      batch.forEach(keep)
      await options.onBatch(batch)
    })
    for (const question of fresh) {
      const text = asked.get(question)
      if (text !== undefined && !done.has(question)) settle(text, undefined).forEach(keep)
    }
    asked.clear()
  }

  async function fillWindow(pages: readonly FillPage[]): Promise<readonly FillResult[]> {
    const window = plan(pages)
    counts.fromMemory += window.fromMemory
    counts.characters += window.characters
    const found = new Map<FillPage, Map<number, FillResult>>()
    const keep = (result: FillResult) => {
      const list = found.get(result.page) ?? new Map<number, FillResult>()
      found.set(result.page, list.set(result.index, result))
    }
    window.results.forEach(keep)
    await askFor(window.texts, keep)
    return pages.flatMap(page => page.wanted.flatMap(index => found.get(page)?.get(index) ?? []))
  }

  return {
    async fill(pages) {
      const results =
        engine !== undefined && isTestEngine(engine.name)
          ? await fillWithTestEngine(pages, { ...options, engine })
          : await fillWindow(pages)
      counts.segments += results.length
      for (const { target: text, origin } of results) {
        if (text === undefined) counts.untranslated++
        else if (origin !== 'memory') counts.fromEngine++
      }
      return { results, stopped: asker?.stopped }
    },
    get totals() {
      return { ...(asker?.totals ?? noTotals), ...counts }
    },
  }
}

const noTotals: AskTotals = { requests: 0, retries: 0, sentCharacters: 0, billedCharacters: 0 }

function reviewFault({ target, diagnostics }: FinishedTarget): string | undefined {
  if (target === undefined) return 'would read as other markup than the source’s'
  const isMisnamed = diagnostics.some(({ code }) => code === 'product-name')
  return isMisnamed ? 'names products more or less often than the source' : undefined
}

/** An answer with the codes of one occurrence: equal sources may write theirs with other spaces or apostrophes. */
function ownCodes(answer: Pattern, own: Pattern): Pattern {
  const codes = new Map<string, Code>()
  for (const item of own) if (typeof item !== 'string') codes.set(`${item.form} ${item.id}`, item)
  return answer.map(item =>
    typeof item === 'string' ? item : (codes.get(`${item.form} ${item.id}`) ?? item),
  )
}

function notAsked(stopped: StopReason | undefined, isMemoryAlone: boolean): string {
  if (isMemoryAlone)
    return 'The memory has no match for this segment. Translate it by hand, or choose an engine.'
  if (stopped?.type === 'cap')
    return 'The character cap was reached before this segment. Run again with a higher one.'
  return 'The run ended before this segment. Run the command again.'
}
