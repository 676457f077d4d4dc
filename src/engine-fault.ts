/** Why an engine did not answer; decides whether the request is worth another attempt. */
export type EngineFaultKind =
  | 'authorization'
  | 'quota'
  | 'rate-limit'
  | 'network'
  | 'server'
  | 'too-large'
  | 'refused'
  | 'invalid-answer'
  | 'configuration'

/** Thrown by engines alone. `message` never holds a key; `retryAfterMs` is what the service asked for, if it did. */
export class EngineFault extends Error {
  readonly kind: EngineFaultKind
  readonly retryAfterMs: number | undefined

  constructor(kind: EngineFaultKind, message: string, options?: { cause?: unknown; retryAfterMs?: number }) {
    super(message, { cause: options?.cause })
    this.name = 'EngineFault'
    this.kind = kind
    this.retryAfterMs = options?.retryAfterMs
  }
}
