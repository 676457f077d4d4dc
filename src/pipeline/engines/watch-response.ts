import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingHttpHeaders } from 'node:http'

/** What a server answered: DeepL's client tells neither the status nor the headers of an answer that is an error. */
export interface WatchedResponse {
  status?: number
  headers?: IncomingHttpHeaders
}

const watched = new AsyncLocalStorage<WatchedResponse>()

subscribe('http.client.request.start', message => {
  const seen = watched.getStore()
  if (seen === undefined) return
  const { request } = message as { readonly request: ClientRequest }
  request.once('response', response => {
    if (response.statusCode !== undefined) seen.status = response.statusCode
    seen.headers = response.headers
  })
})

/** Runs one call of a client that uses `node:http`; `seen` is filled with what its last response was. */
export function watchResponse<Result>(seen: WatchedResponse, call: () => Promise<Result>): Promise<Result> {
  return watched.run(seen, call)
}
