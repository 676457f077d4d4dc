import type { ForeignLine } from '../model.ts'

/** An i18next resource file: the texts of one page in one locale, in the order of the file. */
export interface Resource {
  readonly texts: ReadonlyMap<string, string>
  /** Entries whose value is no text. `raw` is such an entry as written: `"note": { "by": "Ana" }`. */
  readonly foreign: readonly ForeignLine[]
}
