import type { SourceLanguageCode, TargetLanguageCode, TextResult, TranslateTextOptions } from 'deepl-node'
import type { Config } from '../../../config/config.ts'
import { EngineFault } from '../../../engine-fault.ts'
import type { Engine, EngineAnswer, EngineRequest, EngineText, Locale, Pattern } from '../../../model.ts'
import { countCharacters } from '../../ask/count-characters.ts'
import { codeText } from '../../code-text.ts'
import { patternText } from '../../pattern-text.ts'
import { decodeTagged } from '../tagged/decode-tagged.ts'
import { encodeTagged } from '../tagged/encode-tagged.ts'
import { batchContext, mostContext } from './batch-context.ts'
import type { DeeplConnection } from './deepl-connection.ts'
import { deeplLanguage, deeplTarget } from './deepl-locale.ts'

export interface DeeplEngineOptions {
  readonly connection: DeeplConnection
  readonly settings: Config['engines']['deepl']
  /**
   * The id of DeepL's glossary that holds the terms, asked for once, before the first text is sent; undefined when
   * there are no terms.
   *
   * @throws EngineFault
   */
  readonly prepareGlossary: (request: EngineRequest) => Promise<string | undefined>
}

/** DeepL's limits of a request ("Translate text" of its API reference). */
const mostBytes = 128 * 1024
const mostTexts = 50
const mostInstructions = 10

/** What is in flight when a run is killed is billed, and billed again by the next one: one request, unless asked otherwise. */
const inFlight = 1
const longestInstruction = 300

/** What a request holds beside texts, context and instructions: a few hundred bytes of parameters. */
const fixedBytes = 1024

/** The form encoding writes a character of the Basic Multilingual Plane in nine bytes at most. */
const bytesPerUnit = 9

type CallOptions = TranslateTextOptions & { tagHandlingVersion: 'v2' }

/**
 * DeepL through its own client. Texts go as XML (`tagHandling` v2), one sentence each; what surrounds them goes along as
 * context, which is not billed.
 */
export function createDeeplEngine({ connection, settings, prepareGlossary }: DeeplEngineOptions): Engine {
  let glossary: Promise<string | undefined> | undefined
  let offered: Promise<readonly string[]> | undefined
  const reserved = fixedBytes + (mostContext + mostInstructions * longestInstruction) * bytesPerUnit

  /** A glossary that could not be prepared is tried again with the next attempt. */
  function glossaryFor(request: EngineRequest): Promise<string | undefined> {
    glossary ??= prepareGlossary(request).catch(error => {
      glossary = undefined
      throw error
    })
    return glossary
  }

  /** A refusal may come from a target that DeepL doesn't offer: then no other request would fare better. */
  async function checkTarget(locale: Locale, target: string): Promise<void> {
    offered ??= connection
      .call(client => client.getTargetLanguages())
      .then(languages => languages.map(({ code }) => code.toLowerCase()))
    const codes = await offered.catch((): readonly string[] => [])
    if (codes.length === 0 || codes.includes(target.toLowerCase())) return
    throw new EngineFault(
      'configuration',
      `DeepL does not translate into ${target}. Name one of its targets in verso.config.yaml (engines: { deepl: { target: { ${locale}: … } } }), or choose another engine for ${locale}. It offers ${codes.join(', ')}.`,
    )
  }

  return {
    name: 'deepl',
    limits: { texts: mostTexts, bytes: mostBytes - reserved, concurrency: settings.concurrency ?? inFlight },
    size: ({ pattern }) => encodedBytes(encodeTagged(pattern, 'primary')),

    async translate(request) {
      const glossaryId = await glossaryFor(request)
      const texts = request.texts.map(({ pattern }) => encodeTagged(pattern, request.encoding))
      // The client's types list today's languages; the service decides.
      const source = deeplLanguage(request.source) as SourceLanguageCode
      const target = deeplTarget(request.target, settings.target) as TargetLanguageCode
      try {
        const results = await connection.call(client =>
          client.translateText(texts, source, target, callOptions(request, settings, glossaryId)),
        )
        return toAnswers(results, request.texts)
      } catch (error) {
        if (error instanceof EngineFault && error.kind === 'refused')
          await checkTarget(request.target, target)
        throw error
      }
    },
  }
}

function encodedBytes(text: string): number {
  return new URLSearchParams([['text', text]]).toString().length + 1
}

/** The client changes the object that it is given, so that each call has its own. */
function callOptions(
  request: EngineRequest,
  settings: DeeplEngineOptions['settings'],
  glossaryId: string | undefined,
): CallOptions {
  const context = batchContext(request.texts, plainText)
  const instructions = [...(settings.customInstructions ?? []), ...(request.instructions ?? [])]
    .filter(text => text.length <= longestInstruction)
    .slice(0, mostInstructions)
  // DeepL takes no instructions for its fast model.
  const modelType =
    instructions.length > 0 && settings.modelType === 'latency_optimized' ? undefined : settings.modelType
  return {
    tagHandling: 'xml',
    tagHandlingVersion: 'v2',
    outlineDetection: false,
    splitSentences: 'off',
    preserveFormatting: true,
    ...(request.encoding === 'primary' ? { ignoreTags: ['x'] } : {}),
    ...(context === '' ? {} : { context }),
    ...(settings.formality === undefined ? {} : { formality: settings.formality }),
    ...(modelType === undefined ? {} : { modelType }),
    ...(settings.styleId === undefined ? {} : { styleRule: settings.styleId }),
    ...(instructions.length === 0 ? {} : { customInstructions: instructions }),
    ...(glossaryId === undefined ? {} : { glossary: glossaryId }),
  }
}

function plainText({ pattern }: EngineText): string {
  return patternText(pattern, codeText)
}

function toAnswers(results: readonly TextResult[], texts: readonly EngineText[]): readonly EngineAnswer[] {
  if (!Array.isArray(results)) throw new EngineFault('invalid-answer', 'is no list of texts')
  return results.map((result: Partial<TextResult> | null, index) => {
    if (typeof result?.text !== 'string')
      throw new EngineFault('invalid-answer', 'holds something that is no text')
    const source: Pattern = texts[index]?.pattern ?? []
    const billed = result.billedCharacters
    return {
      pattern: decodeTagged(result.text, source),
      billedCharacters: typeof billed === 'number' && billed >= 0 ? billed : countCharacters(source),
    }
  })
}
