import type { Locale } from '../model.ts'

/** Told how far a run has come; called after each window of pages and each answer of an engine. */
export interface Progress {
  update(state: {
    readonly locale: Locale
    readonly page: number
    readonly pages: number
    readonly segments: number
  }): void
  /** What an engine has come to, or waits for: `12 requests, 3400 characters billed`. */
  note(text: string): void
}
