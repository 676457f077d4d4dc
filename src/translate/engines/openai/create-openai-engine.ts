import type { Config } from '../../../config/config.ts'
import { EngineFault } from '../../../engine-fault.ts'
import type { Engine, EngineAnswer, EngineRequest } from '../../../model.ts'
import { countCharacters } from '../../ask/count-characters.ts'
import { jsonBytes } from '../json-bytes.ts'
import type { PostJson } from '../post-json.ts'
import { decodeTagged } from '../tagged/decode-tagged.ts'
import { encodeTagged } from '../tagged/encode-tagged.ts'
import { chatMessages } from './chat-messages.ts'
import { readTranslations } from './read-translations.ts'

export interface OpenaiOptions {
  readonly post: PostJson
  readonly settings: Config['engines']['openai']
  readonly model: string
}

/** Small enough for a model to keep track of, and for its answer to fit. */
const limits = { texts: 20, bytes: 12 * 1024, concurrency: 4 }

/** JSON around a text in the request: its id, its role, its neighbours. */
const bytesAround = 600

/** Any server that speaks `chat/completions`: JSON in, JSON out, every text found again by its id. */
export function createOpenaiEngine({ post, settings, model }: OpenaiOptions): Engine {
  return {
    name: 'openai',
    limits: { ...limits, concurrency: settings.concurrency ?? limits.concurrency },
    size: ({ pattern }) => jsonBytes(encodeTagged(pattern, 'primary')) + bytesAround,

    async translate(request) {
      const answer = await post('/chat/completions', {
        model,
        temperature: 0,
        response_format: { type: 'json_object' },
        messages: chatMessages(request, settings),
      })
      return toAnswers(contentOf(answer), request)
    },
  }
}

function toAnswers(content: string, { texts }: EngineRequest): readonly EngineAnswer[] {
  const translations = readTranslations(content, texts.length)
  return texts.map(({ pattern }, index) => ({
    pattern: decodeTagged(translations[index] ?? '', pattern),
    billedCharacters: countCharacters(pattern),
  }))
}

interface Completion {
  readonly choices?: readonly {
    readonly finish_reason?: unknown
    readonly message?: { readonly content?: unknown; readonly refusal?: unknown }
  }[]
}

function contentOf(answer: unknown): string {
  const choice = (answer as Completion | null)?.choices?.[0]
  if (choice?.finish_reason === 'length')
    throw new EngineFault('too-large', 'was cut off: the model has no room for it')
  const content = choice?.message?.content
  if (typeof content === 'string') return content
  throw new EngineFault('invalid-answer', 'holds no message')
}
