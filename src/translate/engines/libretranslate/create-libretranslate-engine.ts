import type { Config } from '../../../config/config.ts'
import { EngineFault } from '../../../engine-fault.ts'
import type { Engine, Locale, Pattern } from '../../../model.ts'
import { countCharacters } from '../../ask/count-characters.ts'
import { jsonBytes } from '../json-bytes.ts'
import type { PostJson } from '../post-json.ts'
import { decodeTagged } from '../tagged/decode-tagged.ts'
import { encodeTagged, type TagEncoding } from '../tagged/encode-tagged.ts'

export interface LibretranslateOptions {
  readonly post: PostJson
  readonly settings: Config['engines']['libretranslate']
  /** Undefined for a server that asks for none. */
  readonly key: string | undefined
}

/** What a public server takes; one of your own takes more. */
const limits = { texts: 25, bytes: 32 * 1024, concurrency: 2 }

/**
 * LibreTranslate (`POST /translate`). It knows no context, no glossary and no tags to be left alone: standalone codes go
 * as empty elements of HTML.
 */
export function createLibretranslateEngine({ post, settings, key }: LibretranslateOptions): Engine {
  return {
    name: 'libretranslate',
    limits: { ...limits, concurrency: settings.concurrency ?? limits.concurrency },
    size: ({ pattern }) => jsonBytes(encodeHtml(pattern, 'primary')) + 1,

    async translate({ texts, source, target, encoding }) {
      const answer = await post('/translate', {
        q: texts.map(({ pattern }) => encodeHtml(pattern, encoding)),
        source: nameOf(source, settings),
        target: nameOf(target, settings),
        format: 'html',
        ...(key === undefined ? {} : { api_key: key }),
      })
      return textsOf(answer).map((text, index) => {
        const pattern = texts[index]?.pattern ?? []
        return { pattern: decodeTagged(text, pattern), billedCharacters: countCharacters(pattern) }
      })
    },
  }
}

/** HTML has no elements that close themselves but its own. */
function encodeHtml(pattern: Pattern, encoding: TagEncoding): string {
  const hollow = pattern.map(item =>
    typeof item !== 'string' && item.form === 'standalone' ? { ...item, kind: 'tag' as const } : item,
  )
  return encodeTagged(hollow, encoding).replace(/<x(\d+)\/>/g, '<x$1></x$1>')
}

/** LibreTranslate's models are of languages, without a region. */
function nameOf(locale: Locale, { target }: LibretranslateOptions['settings']): string {
  return target[locale] ?? locale.toLowerCase().split(/[-_]/)[0] ?? locale
}

function textsOf(answer: unknown): readonly string[] {
  const texts = (answer as { readonly translatedText?: unknown } | null)?.translatedText
  if (Array.isArray(texts) && texts.every(text => typeof text === 'string')) return texts
  throw new EngineFault('invalid-answer', 'holds no list of texts')
}
