import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface ServerRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Undefined: the connection is dropped. */
export type ServerAnswer =
  | { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  | undefined

/**
 * A server on loopback, closed when the test ends.
 *
 * @returns its address
 */
export async function startServer(answer: (request: ServerRequest) => ServerAnswer): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = 'GET', url = '/', headers } = request
    const answered = answer({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') })
    if (answered === undefined) response.socket?.destroy()
    else {
      response.writeHead(answered.status, { 'content-type': 'application/json', ...answered.headers })
      response.end(answered.body)
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
