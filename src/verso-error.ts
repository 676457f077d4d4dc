/** What kind of fault of the environment ended a run; decides the exit code. */
export type FaultKind = 'usage' | 'config' | 'engine' | 'io' | 'locked' | 'interrupted'

/**
 * The one error that Verso throws: a fault of the environment or of its use, never of content.
 * `message` says what happened, where (`file:line:column`) and what to do next.
 */
export class VersoError extends Error {
  readonly kind: FaultKind

  constructor(kind: FaultKind, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'VersoError'
    this.kind = kind
  }
}
