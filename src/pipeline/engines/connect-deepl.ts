import * as deepl from 'deepl-node'
import type { Config } from '../../config/config.ts'
import { EngineFault } from '../../engine-fault.ts'
import type { DeeplConnection } from '../../translate/engines/deepl/deepl-connection.ts'
import { VersoError } from '../../verso-error.ts'
import type { Environment } from '../project/environment.ts'
import { version } from '../project/version.ts'
import { checkKey } from './check-key.ts'
import { hideKey } from './hide-key.ts'
import { responseFault } from './response-fault.ts'
import { type WatchedResponse, watchResponse } from './watch-response.ts'

/** Milliseconds until a request that nobody answers is given up: fifty sentences may take DeepL a while. */
const timeoutMs = 60_000

const keyHint =
  'Check DEEPL_AUTH_KEY: keys that end in :fx belong to the free service, all others to the paid one.'

/**
 * DeepL by its own client. The client makes one attempt: it knows nothing of `Retry-After`, and retries are the
 * caller's. Errors that come from it are left behind, for they hold the request and with it the key.
 *
 * @throws VersoError `config` when there is no key, or one that can't be a key
 */
export function connectDeepl(
  settings: Config['engines']['deepl'],
  environment: Environment,
): DeeplConnection {
  const key = checkKey('DEEPL_AUTH_KEY', environment.DEEPL_AUTH_KEY, 'DeepL')
  const serverUrl = environment.DEEPL_SERVER_URL ?? settings.serverUrl
  const proxy = settings.proxy === undefined ? undefined : proxyOf(settings.proxy)
  const client = new deepl.DeepLClient(key, {
    maxRetries: 0,
    minTimeout: timeoutMs,
    sendPlatformInfo: false,
    appInfo: { appName: 'verso', appVersion: version },
    ...(serverUrl === undefined ? {} : { serverUrl: serverUrl.replace(/\/+$/, '') }),
    ...(proxy === undefined ? {} : { proxy }),
  })
  return {
    async call(use) {
      const seen: WatchedResponse = {}
      try {
        return await watchResponse(seen, () => use(client))
      } catch (error) {
        throw faultOf(error, seen, key)
      }
    },
  }
}

function proxyOf(address: string): deepl.ProxyConfig {
  const { protocol, hostname, port, username, password } = new URL(address)
  const isSecure = protocol === 'https:'
  return {
    protocol: protocol.slice(0, -1),
    host: hostname,
    port: port === '' ? (isSecure ? 443 : 80) : Number(port),
    ...(username === ''
      ? {}
      : { auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) } }),
  }
}

function faultOf(error: unknown, { status, headers, isProxy }: WatchedResponse, key: string): Error {
  if (error instanceof EngineFault || error instanceof VersoError) return error
  const said = hideKey(error instanceof Error ? error.message : String(error), key)
  if (error instanceof deepl.ConnectionError) {
    return new EngineFault(
      'network',
      `DeepL can't be reached: ${said.replace(/^Connection failure: /, '')}. Check the network, the server address and the proxy.`,
    )
  }
  if (isProxy) {
    // A proxy that can't reach the server may reach it later.
    const kind = (status ?? 0) >= 500 ? 'network' : 'configuration'
    return new EngineFault(
      kind,
      `DeepL can't be reached: the proxy lets no request through (${status}). Check the proxy’s address, user and password: engines.deepl.proxy in verso.config.yaml, or HTTPS_PROXY.`,
    )
  }
  if (status === undefined) return new Error(said)
  if (status < 400) return new EngineFault('invalid-answer', 'is no JSON that DeepL would send')
  return responseFault({ service: 'DeepL', status, headers: headers ?? {}, said: saidBy(said), keyHint })
}

/** The service's own words, out of what the client makes of them. */
function saidBy(message: string): string {
  return /, message: ([\s\S]*?)(?:, content: |$)/.exec(message)?.[1] ?? ''
}
