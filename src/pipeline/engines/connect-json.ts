import { EngineFault } from '../../engine-fault.ts'
import type { PostJson } from '../../translate/engines/post-json.ts'
import { hideKey } from './hide-key.ts'
import { responseFault } from './response-fault.ts'

export interface JsonService {
  /** Its name, for messages. */
  readonly service: string
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  /** Kept out of messages; empty when there is none. */
  readonly key: string
  readonly keyHint: string
}

/** Milliseconds until a request that nobody answers is given up: a model on a laptop takes its time. */
const timeoutMs = 300_000

/** A service that takes and gives JSON over HTTP. */
export function connectJson({ service, address, headers, key, keyHint }: JsonService): PostJson {
  return async (path, body) => {
    const { response, text } = await send(`${address.replace(/\/+$/, '')}${path}`)
    if (!response.ok) {
      throw responseFault({
        service,
        keyHint,
        status: response.status,
        headers: {
          ...headerOf(response, 'retry-after'),
          ...headerOf(response, 'date'),
        },
        said: hideKey(saidIn(text), key),
      })
    }
    try {
      return JSON.parse(text)
    } catch {
      throw new EngineFault('invalid-answer', 'is no JSON')
    }

    async function send(url: string): Promise<{ readonly response: Response; readonly text: string }> {
      try {
        const sent = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(timeoutMs),
        })
        return { response: sent, text: await sent.text() }
      } catch (error) {
        const { message, cause } = error as Error
        const reason = cause instanceof Error && cause.message !== '' ? cause.message : message
        throw new EngineFault(
          'network',
          `${service} can't be reached: ${hideKey(reason, key)}. Check the network and the server address.`,
        )
      }
    }
  }
}

function headerOf(
  response: Response,
  name: 'retry-after' | 'date',
): { readonly [key in typeof name]?: string } {
  const value = response.headers.get(name)
  return value === null ? {} : { [name]: value }
}

/** `{"error": "…"}` or `{"error": {"message": "…"}}`. */
function saidIn(text: string): string {
  try {
    const { error } = JSON.parse(text) as { readonly error?: unknown }
    if (typeof error === 'string') return error
    const { message } = error as { readonly message?: unknown }
    return typeof message === 'string' ? message : ''
  } catch {
    return ''
  }
}
