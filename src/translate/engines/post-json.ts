/**
 * Posts a JSON document to a service: one attempt.
 *
 * @param path below the service's address
 * @returns the JSON document that it answered
 * @throws EngineFault whatever goes wrong, told apart by what the service answered; its message never holds the key
 */
export type PostJson = (path: string, body: object) => Promise<unknown>
