import { EngineFault } from '../../engine-fault.ts'
import type { Engine, EngineAnswer, EngineRequest, EngineText, Locale } from '../../model.ts'
import type { DraftModels, DraftTranslator } from './create-draft-translator.ts'

/**
 * The embedded engine: drafts offline, from a base model, the team's own pages, or both. A draft is for a person to
 * edit; its score says how much of that to expect.
 *
 * @param load gives the models, at least one of the two; called once, by the first request. The request fails with an
 *   EngineFault of kind `configuration` when there is neither, or when they are of other languages than it.
 */
export function createDraftEngine(load: () => DraftModels | Promise<DraftModels>): Engine {
  let loaded: Promise<Loaded> | undefined
  const answer = ({ translator }: Loaded, text: EngineText, request: EngineRequest): EngineAnswer => {
    const { pattern, score, unknownWords } = translator.translate(text.pattern, text.role, request.glossary)
    return { pattern, score, unknownWords, billedCharacters: 0 }
  }
  return {
    name: 'draft',
    limits: { texts: 50, bytes: Number.POSITIVE_INFINITY, concurrency: 1 },
    size: () => 0,
    async translate(request, signal) {
      loaded ??= Promise.resolve(load()).then(models => open(models, request))
      const opened = await loaded
      if (!isLanguage(request.source, opened.source) || !isLanguage(request.target, opened.target)) {
        throw new EngineFault(
          'configuration',
          `The engine draft has learned ${opened.source} → ${opened.target}, not ${request.source} → ${request.target}. Choose another engine for these languages, or run \`verso align ${request.target}\`.`,
        )
      }
      const answers: EngineAnswer[] = []
      for (const text of request.texts) {
        signal.throwIfAborted()
        answers.push(answer(opened, text, request))
      }
      return answers
    },
  }
}

interface Loaded {
  readonly translator: DraftTranslator
  readonly source: Locale
  readonly target: Locale
}

async function open(models: DraftModels, { source, target }: EngineRequest): Promise<Loaded> {
  const known = models.adaptation ?? models.base
  if (known === undefined) {
    throw new EngineFault(
      'configuration',
      `The engine draft has nothing to translate ${source} → ${target} with: there is no base model for these languages and no translated page. Translate some pages by hand and run \`verso align ${target}\`, or choose another engine.`,
    )
  }
  const { createDraftTranslator } = await import('./create-draft-translator.ts')
  return { translator: createDraftTranslator(models), source: known.source, target: known.target }
}

function isLanguage(asked: Locale, known: Locale): boolean {
  return asked.split('-')[0] === known.split('-')[0]
}
