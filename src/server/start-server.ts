import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { loadAssets } from '../pipeline/review/load-assets.ts'
import type { ReviewSession } from '../pipeline/review/session/review-session.ts'
import { VersoError } from '../verso-error.ts'
import { createApp } from './create-app.ts'

/** Where the review is looked for first; the next free port is taken when it is busy. */
const firstPort = 4711
const attempts = 50

export interface RunningServer {
  /** With the token: whoever has it can review. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves a review on the loopback interface alone.
 *
 * @param port the one to listen on; without it, the first free one of a range
 * @throws VersoError `usage` when the port can't be had
 */
export async function startServer(session: ReviewSession, port: number | undefined): Promise<RunningServer> {
  const token = randomBytes(32).toString('base64url')
  let listening = 0
  const app = createApp({ session, assets: await loadAssets(), token, port: () => listening })
  const server = createServer(getRequestListener(app.fetch))
  listening = await listen(server, port)
  return {
    url: `http://127.0.0.1:${listening}/?token=${token}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        // Event streams stay open until they are cut.
        server.closeAllConnections()
      }),
  }
}

async function listen(server: Server, port: number | undefined): Promise<number> {
  const ports = port === undefined ? Array.from({ length: attempts }, (_, n) => firstPort + n) : [port]
  for (const candidate of ports) {
    const fault = await tryToListen(server, candidate)
    const address = server.address()
    if (fault === undefined && typeof address === 'object' && address !== null) return address.port
    if (fault !== undefined && fault.code !== 'EADDRINUSE' && fault.code !== 'EACCES') {
      throw new VersoError('usage', `Port ${candidate} can't be listened on: ${fault.message}.`, {
        cause: fault,
      })
    }
  }
  throw new VersoError(
    'usage',
    port === undefined
      ? `Ports ${firstPort} to ${firstPort + attempts - 1} are all in use. Give another one with --port.`
      : `Port ${port} is in use or not allowed. Give another one with --port, or none to have a free one found.`,
  )
}

function tryToListen(server: Server, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise(resolve => {
    const onError = (fault: NodeJS.ErrnoException) => resolve(fault)
    server.once('error', onError)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError)
      resolve(undefined)
    })
  })
}
