import type { Pattern, State } from '../model.ts'

/** A segment of a page as it is given to other tools, or as it comes back from them. */
export interface ExchangeUnit {
  readonly key: string
  readonly source: Pattern
  /** Undefined for an untranslated segment. Codes that are the source's have its ids. */
  readonly target: Pattern | undefined
  readonly state: State
}

/** One page of an exchange file, its units in page order. */
export interface ExchangePage {
  /** Page path, without the locale. */
  readonly page: string
  readonly units: readonly ExchangeUnit[]
}

/** What an exchange file is between. */
export interface ExchangeFile {
  readonly source: string
  readonly target: string
  readonly pages: readonly ExchangePage[]
}
