import type { DeepLClient } from 'deepl-node'

/** DeepL, as far as a network goes: one attempt at one call. */
export interface DeeplConnection {
  /** @throws EngineFault whatever goes wrong, told apart by what the service answered; its message never holds the key */
  call<Result>(use: (client: DeepLClient) => Promise<Result>): Promise<Result>
}
