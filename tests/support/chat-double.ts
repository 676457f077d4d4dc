import { toyTranslation } from './faulty-engine.ts'
import { seededRandom } from './seeded-random.ts'
import { type ServerAnswer, startServer } from './start-server.ts'
import { spoilTags, tagFaults } from './tag-faults.ts'
import { parseXml, writeXml, type XmlNode } from './xml-tree.ts'

/** How a model gets its answer wrong as a whole. */
export const chatFaults = [
  'no JSON',
  'fenced',
  'id missing',
  'id doubled',
  'id of its own',
  'chat',
  'no choices',
] as const

interface ChatDoubleOptions {
  readonly key?: string
  readonly outage?: (
    n: number,
  ) => { readonly answer: ServerAnswer } | (typeof chatFaults)[number] | 'cut off' | undefined
  readonly faultRate?: number
}

interface ChatCall {
  readonly model: string
  readonly system: string
  readonly data: {
    readonly page: { readonly title: string }
    readonly glossary: readonly { readonly source: string; readonly target: string }[]
    readonly texts: readonly { readonly id: string; readonly text: string; readonly before?: string }[]
  }
}

/** A server of `chat/completions` on loopback. */
export async function startChatDouble(options: ChatDoubleOptions = {}) {
  const random = seededRandom(11)
  const calls: ChatCall[] = []
  const url = await startServer(({ method, url: path, body, headers }) => {
    if (method !== 'POST' || path !== '/v1/chat/completions') return error(404, 'Not found')
    if (options.key !== undefined && headers.authorization !== `Bearer ${options.key}`)
      return error(401, `Incorrect API key provided: ${headers.authorization}`)
    const { model, messages } = JSON.parse(body)
    const call: ChatCall = { model, system: messages[0].content, data: JSON.parse(messages[1].content) }
    calls.push(call)
    const outage = options.outage?.(calls.length)
    if (typeof outage === 'object') return outage.answer
    const translations = call.data.texts.map(({ id, text }) => ({ id, text: translate(text, call) }))
    const finish_reason = outage === 'cut off' && call.data.texts.length > 1 ? 'length' : 'stop'
    const content = spoilContent(translations, outage)
    const choices =
      outage === 'no choices' ? [] : [{ finish_reason, message: { role: 'assistant', content } }]
    return { status: 200, body: JSON.stringify({ choices }) }
  })

  function translate(text: string, { data }: ChatCall): string {
    const nodes = parseXml(text).map(node => translateNode(node, data.glossary))
    if (random() >= (options.faultRate ?? 0)) return writeXml(nodes)
    const fault = tagFaults[Math.floor(random() * tagFaults.length)] ?? 'text empty'
    return spoilTags(nodes, fault === 'text a megabyte' ? 'prompt-like text' : fault, random)
  }

  return { url, calls, env: { OPENAI_BASE_URL: url, OPENAI_MODEL: 'model-1' } }
}

function error(status: number, message: string): ServerAnswer {
  return { status, body: JSON.stringify({ error: { message } }) }
}

function spoilContent(
  translations: readonly { id: string; text: string }[],
  fault: string | undefined,
): string {
  const json = JSON.stringify({ translations })
  switch (fault) {
    case 'no JSON':
      return json.slice(0, -3)
    case 'fenced':
      return `\`\`\`json\n${json}\n\`\`\``
    case 'id missing':
      return JSON.stringify({ translations: translations.slice(1) })
    case 'id doubled':
      return JSON.stringify({ translations: [...translations, ...translations.slice(0, 1)] })
    case 'id of its own':
      return JSON.stringify({
        translations: translations.map((one, index) => (index === 0 ? { ...one, id: '99' } : one)),
      })
    case 'chat':
      return `Sure! Here is the translation:\n${json}`
    default:
      return json
  }
}

function translateNode(node: XmlNode, terms: ChatCall['data']['glossary']): XmlNode {
  if (typeof node !== 'string') {
    return node.name.startsWith('x')
      ? node
      : { ...node, children: node.children.map(child => translateNode(child, terms)) }
  }
  let marked = node
  for (const [index, { source }] of terms.entries())
    marked = marked.replaceAll(source, `\u0001${index}\u0001`)
  return toyTranslation(marked).replace(
    /\u0001(\d+)\u0001/g,
    (_, index) => terms[Number(index)]?.target ?? '',
  )
}
