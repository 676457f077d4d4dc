import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { onTestFinished } from 'vitest'

export interface ProxyDouble {
  readonly url: string
  /** `host:port` of each tunnel that was asked for, with the credentials that came along. */
  readonly tunnels: readonly { readonly host: string; readonly credentials: string | undefined }[]
}

/**
 * A proxy on loopback that opens tunnels (RFC 9110, CONNECT) and forwards nothing else. It is closed when the test ends.
 *
 * @param refusal status that every tunnel is refused with
 */
export async function startProxy(refusal?: number): Promise<ProxyDouble> {
  const tunnels: { host: string; credentials: string | undefined }[] = []
  const sockets = new Set<{ destroy(): void }>()
  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connect', ({ url = '', headers }, client, head) => {
    tunnels.push({ host: url, credentials: headers['proxy-authorization'] })
    sockets.add(client)
    if (refusal !== undefined) {
      client.end(`HTTP/1.1 ${refusal} Refused\r\n\r\n`)
      return
    }
    const { hostname, port } = new URL(`http://${url}`)
    const upstream = connect(Number(port), hostname, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(client).pipe(upstream)
    })
    sockets.add(upstream)
    upstream.on('error', () => client.destroy())
    client.on('error', () => upstream.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tunnels }
}
