import { EngineFault } from '../../engine-fault.ts'
import type { Engine, EngineAnswer, EngineRequest, EngineText, Locale } from '../../model.ts'
import { createDraftTranslator, type DraftModels } from './create-draft-translator.ts'

/** An answer that also says what no model knew. */
interface DraftAnswer extends EngineAnswer {
  readonly score: number
  /** Source words that no model knows, as written: left as they are, or guessed from a known form. */
  readonly unknownWords: readonly string[]
}

export interface DraftEngine extends Engine {
  translate(request: EngineRequest, signal: AbortSignal): Promise<readonly DraftAnswer[]>
}

/**
 * The embedded engine: drafts offline, from a base model, the team's own pages, or both. A draft is for a person to
 * edit; its score says how much of that to expect.
 *
 * @param models at least one of the two
 * @throws EngineFault of kind `configuration` when there is neither, and on a request for other languages
 */
export function createDraftEngine(models: DraftModels): DraftEngine {
  const known = models.adaptation ?? models.base
  if (known === undefined) {
    throw new EngineFault(
      'configuration',
      'The engine draft has nothing to translate with: there is no base model for these languages and no bilingual page. Translate some pages by hand and run `verso align`, or choose another engine.',
    )
  }
  const translator = createDraftTranslator(models)
  const answer = (text: EngineText, request: EngineRequest): DraftAnswer => {
    const { pattern, score, unknownWords } = translator.translate(text.pattern, text.role, request.glossary)
    return { pattern, score, unknownWords, billedCharacters: 0 }
  }
  return {
    name: 'draft',
    limits: { texts: 50, bytes: Number.POSITIVE_INFINITY, concurrency: 1 },
    size: () => 0,
    async translate(request, signal) {
      if (!isLanguage(request.source, known.source) || !isLanguage(request.target, known.target)) {
        throw new EngineFault(
          'configuration',
          `The engine draft has learned ${known.source} → ${known.target}, not ${request.source} → ${request.target}. Choose another engine for these languages, or run \`verso align ${request.target}\`.`,
        )
      }
      const answers: DraftAnswer[] = []
      for (const text of request.texts) {
        signal.throwIfAborted()
        answers.push(answer(text, request))
      }
      return answers
    },
  }
}

function isLanguage(asked: Locale, known: Locale): boolean {
  return asked.split('-')[0] === known.split('-')[0]
}
