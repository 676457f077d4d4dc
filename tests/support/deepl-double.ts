import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { toyTranslation } from './faulty-engine.ts'
import { seededRandom } from './seeded-random.ts'
import { spoilTags, type TagFault, tagFaults } from './tag-faults.ts'
import { parseXml, writeXml, type XmlNode, xmlText } from './xml-tree.ts'

/** A translate request as it came. */
interface TranslateCall {
  readonly params: URLSearchParams
  readonly texts: readonly string[]
  /** Bytes of the body. */
  readonly bytes: number
  readonly status: number
}

interface Dictionary {
  readonly source_lang: string
  readonly target_lang: string
  readonly entries: string
}

/** A v3 glossary as the service keeps it. */
interface StoredGlossary {
  readonly glossary_id: string
  readonly name: string
  dictionaries: Dictionary[]
  readonly creation_time: string
}

/** Another answer than the right one: an error, a broken connection, an answer that is cut short. */
type Outage =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | 'drop'
  | 'short answer'
  | 'long answer'
  | 'wrong order'
  | 'no JSON'

export interface DeeplDoubleOptions {
  readonly key?: string
  /** Milliseconds that a translation takes. */
  readonly latencyMs?: number
  /** Faults of answers: a share of the texts, by seed. */
  readonly faults?: { readonly seed: number; readonly rate: number; readonly only?: readonly TagFault[] }
  /** What becomes of the nth translate request, from 1; undefined: it is answered. */
  readonly outage?: (n: number, call: Pick<TranslateCall, 'texts'>) => Outage | undefined
  /** Characters that the account may still be billed. */
  readonly quota?: number
  readonly targets?: readonly string[]
  /** Languages that have glossaries, as `fr`; default: all. */
  readonly glossaryLanguages?: readonly string[]
  /** Speaks HTTPS with this certificate. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Whether terms of a glossary are used; a service may ignore them now and then. */
  readonly usesGlossary?: (call: URLSearchParams) => boolean
}

export interface DeeplDouble {
  readonly url: string
  readonly key: string
  readonly calls: readonly TranslateCall[]
  /** All requests as `GET /v2/usage`. */
  readonly log: readonly string[]
  readonly glossaries: StoredGlossary[]
  readonly billed: number
  /** How often each text was billed. */
  readonly billedTexts: ReadonlyMap<string, number>
  readonly injected: ReadonlyMap<TagFault, number>
  readonly mostInFlight: number
  /** For a process: what it needs to find this server. */
  readonly env: Readonly<Record<string, string>>
}

const mostBytes = 128 * 1024
const mostTexts = 50
const defaultTargets = ['DE', 'EN-GB', 'EN-US', 'ES', 'IT', 'NL', 'PT-PT', 'PT-BR']

/**
 * DeepL's service on loopback, as its reference describes it: it parses what the real client sends, keeps its limits
 * and bills characters. It is closed when the test ends. Translations are `toyTranslation`'s.
 */
export async function startDeeplDouble(options: DeeplDoubleOptions = {}): Promise<DeeplDouble> {
  const key = options.key ?? 'b1946ac9-2492-d234-7c62-35f5a3c8e5f1'
  const random = seededRandom(options.faults?.seed ?? 1)
  const calls: TranslateCall[] = []
  const log: string[] = []
  const glossaries: StoredGlossary[] = []
  const billedTexts = new Map<string, number>()
  const injected = new Map<TagFault, number>()
  let billed = 0
  let inFlight = 0
  let mostInFlight = 0
  let created = 0

  function answer(nodes: readonly XmlNode[], ignored: ReadonlySet<string>, terms: Terms): string {
    const translated = translateNodes(nodes, ignored, terms)
    const { faults } = options
    if (faults === undefined || random() >= faults.rate) return writeXml(translated)
    const kinds = faults.only ?? tagFaults
    const drawn = kinds[Math.floor(random() * kinds.length)] ?? 'text empty'
    // Megabytes take their time: one in fifty is enough, unless they are what is asked for.
    const fault = drawn === 'text a megabyte' && kinds.length > 1 && random() > 0.02 ? 'text empty' : drawn
    const wrong = spoilTags(translated, fault, random)
    if (wrong !== writeXml(translated)) injected.set(fault, (injected.get(fault) ?? 0) + 1)
    return wrong
  }

  /** Why a request is turned down, or its texts as XML. */
  function check(params: URLSearchParams, bytes: number): Refusal | readonly (readonly XmlNode[])[] {
    const texts = params.getAll('text')
    const target = params.get('target_lang')?.toUpperCase() ?? ''
    if (bytes > mostBytes) return refusal(413, 'Request Entity Too Large')
    if (texts.length === 0 || texts.length > mostTexts) return refusal(413, 'Too many texts')
    if (!(options.targets ?? defaultTargets).includes(target))
      return refusal(400, "Value for 'target_lang' not supported.")
    if (params.getAll('custom_instructions').some(text => text.length > 300))
      return refusal(400, 'Custom instruction too long.')
    if (params.get('tag_handling') !== 'xml' || params.get('tag_handling_version') !== 'v2')
      return refusal(400, 'This double speaks XML v2 alone.')
    const glossary = params.get('glossary_id')
    if (glossary !== null && !glossaries.some(({ glossary_id }) => glossary_id === glossary))
      return refusal(404, 'Glossary not found')
    try {
      return texts.map(parseXml)
    } catch (error) {
      return refusal(400, `Tag handling parsing failed: ${(error as Error).message}`)
    }
  }

  async function translate(params: URLSearchParams, bytes: number, response: ServerResponse): Promise<void> {
    const texts = params.getAll('text')
    const note = (status: number) => calls.push({ params, texts, bytes, status })
    const n = calls.length + 1
    const checked = check(params, bytes)
    const outage = options.outage?.(n, { texts })
    if (outage === 'drop') {
      note(0)
      response.socket?.destroy()
      return
    }
    if (typeof outage === 'object') {
      note(outage.status)
      send(response, outage.status, outage.body ?? { message: 'As told.' }, outage.headers)
      return
    }
    if (!Array.isArray(checked)) {
      const { status, message } = checked as Refusal
      note(status)
      send(response, status, { message })
      return
    }
    const parsed = checked as readonly (readonly XmlNode[])[]
    const characters = parsed.map(nodes => [...xmlText(nodes)].length)
    const sum = characters.reduce((total, count) => total + count, 0)
    if (billed + sum > (options.quota ?? Number.POSITIVE_INFINITY)) {
      note(456)
      send(response, 456, { message: 'Quota Exceeded' })
      return
    }
    billed += sum
    for (const text of texts) billedTexts.set(text, (billedTexts.get(text) ?? 0) + 1)
    note(200)
    if (options.latencyMs !== undefined) await sleep(options.latencyMs)
    const ignored = new Set((params.get('ignore_tags') ?? '').split(','))
    const terms = options.usesGlossary?.(params) === false ? [] : termsOf(glossaries, params)
    const translations = parsed.map((nodes, index) => ({
      detected_source_language: params.get('source_lang')?.toUpperCase(),
      text: answer(nodes, ignored, terms),
      billed_characters: characters[index],
    }))
    send(
      response,
      200,
      outage === 'no JSON' ? '<html>Bad gateway</html>' : { translations: spoilList(translations, outage) },
    )
  }

  function glossary(method: string, path: string, params: URLSearchParams): Reply {
    const [, id, part] = /^\/v3\/glossaries(?:\/([\w-]+))?(?:\/(\w+))?/.exec(path) ?? []
    const found = glossaries.find(({ glossary_id }) => glossary_id === id)
    if (id === undefined && method === 'GET') return reply(200, { glossaries: glossaries.map(describe) })
    const hasGlossaries = (language: string) => options.glossaryLanguages?.includes(language) ?? true
    if (method === 'POST' || method === 'PUT') {
      const { source_lang, target_lang } = dictionaryOf(params, id === undefined ? 'dictionaries[0].' : '')
      if (!hasGlossaries(source_lang) || !hasGlossaries(target_lang))
        return reply(400, { message: 'Bad request', detail: 'Unsupported glossary source/target' })
    }
    if (id === undefined && method === 'POST') {
      const entry: StoredGlossary = {
        glossary_id: `g-${++created}`,
        name: params.get('name') ?? '',
        dictionaries: [dictionaryOf(params, 'dictionaries[0].')],
        creation_time: new Date(1_700_000_000_000 + created * 1000).toISOString(),
      }
      glossaries.push(entry)
      return reply(201, describe(entry))
    }
    if (found === undefined) return reply(404, { message: 'Glossary not found' })
    if (method === 'DELETE' && part === undefined) {
      glossaries.splice(glossaries.indexOf(found), 1)
      return reply(204, '')
    }
    const pair = new URL(path, 'http://double').searchParams
    const isAsked = ({ source_lang, target_lang }: Dictionary) =>
      source_lang === (pair.get('source_lang') ?? params.get('source_lang')) &&
      target_lang === (pair.get('target_lang') ?? params.get('target_lang'))
    if (part === 'entries') return reply(200, { dictionaries: found.dictionaries.filter(isAsked) })
    const others = found.dictionaries.filter(dictionary => !isAsked(dictionary))
    if (method === 'DELETE') {
      found.dictionaries = others
      return reply(204, '')
    }
    const dictionary = dictionaryOf(params, '')
    found.dictionaries = [...others, dictionary]
    return reply(200, describeDictionary(dictionary))
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<Reply | undefined> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const { method = 'GET', url = '/' } = request
    log.push(`${method} ${url}`)
    if (request.headers.authorization !== `DeepL-Auth-Key ${key}`) return reply(403, '')
    const params = new URLSearchParams(body.toString('utf8'))
    if (url.startsWith('/v2/translate')) {
      await translate(params, body.length, response)
      return undefined
    }
    if (url.startsWith('/v3/glossaries')) return glossary(method, url, params)
    if (url.startsWith('/v2/usage'))
      return reply(200, { character_count: billed, character_limit: options.quota ?? 500_000 })
    if (url.startsWith('/v2/languages')) {
      const list = (options.targets ?? defaultTargets).map(language => ({ language, name: language }))
      return reply(200, list)
    }
    if (url.startsWith('/v2/glossary-language-pairs')) {
      const languages = options.glossaryLanguages ?? ['fr', 'en', 'de']
      const pairs = languages.flatMap(source_lang =>
        languages.map(target_lang => ({ source_lang, target_lang })),
      )
      return reply(200, { supported_languages: pairs })
    }
    return reply(404, { message: 'Not found' })
  }

  const listen = (request: IncomingMessage, response: ServerResponse) => {
    inFlight++
    mostInFlight = Math.max(mostInFlight, inFlight)
    response.once('close', () => {
      inFlight--
    })
    // Whoever asked may be gone before the answer.
    handle(request, response).then(
      answered => answered !== undefined && send(response, answered.status, answered.body),
      () => response.destroy(),
    )
  }
  const server = options.tls === undefined ? createServer(listen) : createTlsServer(options.tls, listen)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const protocol = options.tls === undefined ? 'http' : 'https'
  const url = `${protocol}://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    key,
    calls,
    log,
    glossaries,
    billedTexts,
    injected,
    env: { DEEPL_AUTH_KEY: key, DEEPL_SERVER_URL: url },
    get billed() {
      return billed
    },
    get mostInFlight() {
      return mostInFlight
    },
  }
}

interface Reply {
  readonly status: number
  readonly body: object | string
}

function reply(status: number, body: object | string): Reply {
  return { status, body }
}

interface Refusal {
  readonly status: number
  readonly message: string
}

function refusal(status: number, message: string): Refusal {
  return { status, message }
}

function send(
  response: ServerResponse,
  status: number,
  body: object | string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

function spoilList<T>(list: readonly T[], outage: Outage | undefined): readonly T[] {
  switch (outage) {
    case 'short answer':
      return list.slice(1)
    case 'long answer':
      return [...list, ...list.slice(0, 1)]
    case 'wrong order':
      return [...list.slice(1), ...list.slice(0, 1)]
    default:
      return list
  }
}

type Terms = readonly (readonly [source: string, target: string])[]

function termsOf(glossaries: readonly StoredGlossary[], params: URLSearchParams): Terms {
  const glossary = glossaries.find(({ glossary_id }) => glossary_id === params.get('glossary_id'))
  const language = params.get('target_lang')?.toLowerCase().split('-')[0]
  const dictionary = glossary?.dictionaries.find(({ target_lang }) => target_lang === language)
  const lines = dictionary?.entries.split('\n') ?? []
  return lines.map(line => {
    const [source = '', target = ''] = line.split('\t')
    return [source, target] as const
  })
}

function translateNodes(
  nodes: readonly XmlNode[],
  ignored: ReadonlySet<string>,
  terms: Terms,
): readonly XmlNode[] {
  return nodes.map(node => {
    if (typeof node === 'string') return translateText(node, terms)
    if (ignored.has(node.name)) return node
    return { ...node, children: translateNodes(node.children, ignored, terms) }
  })
}

function translateText(text: string, terms: Terms): string {
  let marked = text
  for (const [index, [source]] of terms.entries()) marked = marked.replaceAll(source, `\u0001${index}\u0001`)
  return toyTranslation(marked).replace(/\u0001(\d+)\u0001/g, (_, index) => terms[Number(index)]?.[1] ?? '')
}

function dictionaryOf(params: URLSearchParams, prefix: string): Dictionary {
  const get = (name: string) => params.get(`${prefix}${name}`) ?? ''
  return { source_lang: get('source_lang'), target_lang: get('target_lang'), entries: get('entries') }
}

function describe({ glossary_id, name, creation_time, dictionaries }: StoredGlossary): object {
  return { glossary_id, name, creation_time, dictionaries: dictionaries.map(describeDictionary) }
}

function describeDictionary({ source_lang, target_lang, entries }: Dictionary): object {
  return { source_lang, target_lang, entry_count: entries.split('\n').filter(line => line !== '').length }
}
