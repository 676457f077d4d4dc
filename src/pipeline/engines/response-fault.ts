import type { IncomingHttpHeaders } from 'node:http'
import { EngineFault, type EngineFaultKind } from '../../engine-fault.ts'

/** An answer of a service that is an error. */
export interface FaultyResponse {
  /** The service's name, for messages. */
  readonly service: string
  readonly status: number
  readonly headers: Pick<IncomingHttpHeaders, 'retry-after' | 'date'>
  /** What the service said, without keys. */
  readonly said: string
  /** What to do about a key that is turned down. */
  readonly keyHint: string
}

/** The fault that a response with an error status stands for (RFC 9110; 456 and 529 are DeepL's own). */
export function responseFault(response: FaultyResponse): EngineFault {
  const { service, status, said, keyHint } = response
  const reason = said === '' ? '' : `: ${said.replace(/[.\s]+$/, '').slice(0, 300)}`
  const kind = kindOf(status)
  const retryAfterMs = retryAfter(response.headers)
  const options = retryAfterMs === undefined ? {} : { retryAfterMs }
  switch (kind) {
    case 'authorization':
      return new EngineFault(kind, `${service} turned the key down (${status}). ${keyHint}`)
    case 'quota':
      return new EngineFault(
        kind,
        `${service}’s quota is used up (${status})${reason}. Raise it, or wait for the next period, then run the command again.`,
      )
    case 'rate-limit':
      return new EngineFault(kind, `${service} takes no more requests for now (${status})${reason}.`, options)
    case 'server':
      return new EngineFault(
        kind,
        `${service} has a fault of its own (${status})${reason}. Try again later.`,
        options,
      )
    case 'too-large':
      return new EngineFault(kind, `${service} found the request too large (${status})${reason}.`)
    default:
      return new EngineFault(kind, `was refused: ${service} answered ${status}${reason}`)
  }
}

function kindOf(status: number): EngineFaultKind {
  if (status === 401 || status === 403) return 'authorization'
  if (status === 402 || status === 456) return 'quota'
  if (status === 429 || status === 529) return 'rate-limit'
  if (status === 413 || status === 414) return 'too-large'
  if (status === 408 || status >= 500) return 'server'
  return 'refused'
}

/** Milliseconds of `Retry-After`: seconds, or a date, which counts from the answer's own. */
function retryAfter(headers: FaultyResponse['headers']): number | undefined {
  const value = headers['retry-after']?.trim()
  if (value === undefined || value === '') return undefined
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000)
  const wait = Date.parse(value) - Date.parse(headers.date ?? '')
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}
