import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** What a server answered: DeepL's client tells neither the status nor the headers of an answer that is an error. */
export interface WatchedResponse {
  status?: number
  headers?: IncomingHttpHeaders
  /** Whether a proxy on the way answered instead of the server. */
  isProxy?: boolean
}

const watched = new AsyncLocalStorage<WatchedResponse>()

interface Exchange {
  readonly request: ClientRequest
  readonly response: IncomingMessage
}

/** Published as soon as the head of a response is there. */
subscribe('http.client.response.finish', message => {
  const seen = watched.getStore()
  if (seen === undefined) return
  const { request, response } = message as Exchange
  if (response.statusCode !== undefined) seen.status = response.statusCode
  seen.headers = response.headers
  // A proxy that opens no tunnel answers before there is any encryption.
  const isPlain = request.protocol === 'https:' && !('encrypted' in response.socket)
  seen.isProxy = response.statusCode === 407 || isPlain
})

/** Runs one call of a client that uses `node:http`; `seen` is filled with what its last response was. */
export function watchResponse<Result>(seen: WatchedResponse, call: () => Promise<Result>): Promise<Result> {
  return watched.run(seen, call)
}
