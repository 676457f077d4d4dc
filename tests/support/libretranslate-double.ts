import { toyTranslation } from './faulty-engine.ts'
import { seededRandom } from './seeded-random.ts'
import { type ServerAnswer, startServer } from './start-server.ts'
import { spoilTags, tagFaults } from './tag-faults.ts'
import { parseXml, writeXml, type XmlNode } from './xml-tree.ts'

interface LibretranslateDoubleOptions {
  readonly key?: string
  /** What becomes of the nth request, from 1; undefined: it is answered. */
  readonly outage?: (n: number) => { readonly answer: ServerAnswer } | undefined
  /** Share of texts whose answers are faulty. */
  readonly faultRate?: number
  /** What it makes of a text between tags. */
  readonly translate?: (text: string) => string
}

/** What a request to LibreTranslate holds. */
interface LibretranslateCall {
  readonly q: readonly string[]
  readonly source: string
  readonly target: string
  readonly format: string
  readonly api_key?: string
}

/** LibreTranslate on loopback. */
export async function startLibretranslateDouble(options: LibretranslateDoubleOptions = {}) {
  const random = seededRandom(9)
  const calls: LibretranslateCall[] = []
  const url = await startServer(({ method, url: path, body }) => {
    if (method !== 'POST' || path !== '/translate') return error(404, 'Not found')
    const call: LibretranslateCall = JSON.parse(body)
    calls.push(call)
    const outage = options.outage?.(calls.length)
    if (outage !== undefined) return outage.answer
    if (options.key !== undefined && call.api_key !== options.key) return error(403, 'Invalid API key')
    if (call.target === 'tlh') return error(400, 'tlh is not supported')
    const translatedText = call.q.map(text => {
      const nodes = parseXml(text).map(node => translateNode(node, options.translate ?? toyTranslation))
      if (random() >= (options.faultRate ?? 0)) return writeXml(nodes)
      const fault = tagFaults[Math.floor(random() * tagFaults.length)] ?? 'text empty'
      return spoilTags(nodes, fault === 'text a megabyte' ? 'text empty' : fault, random)
    })
    return { status: 200, body: JSON.stringify({ translatedText }) }
  })
  return { url, calls, env: { LIBRETRANSLATE_URL: url } }
}

function error(status: number, message: string): ServerAnswer {
  return { status, body: JSON.stringify({ error: message }) }
}

function translateNode(node: XmlNode, translate: (text: string) => string): XmlNode {
  return typeof node === 'string'
    ? translate(node)
    : { ...node, children: node.children.map(child => translateNode(child, translate)) }
}
