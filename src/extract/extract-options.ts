import type { FrontMatterRule, Locale, PageFormat } from '../model.ts'

export interface ExtractOptions {
  /** The page's path, for diagnostics. */
  readonly file: string
  /** The page's language, which decides where its sentences end. */
  readonly locale: Locale
  readonly format: PageFormat
  /** What becomes of the values of its front matter; of all its values, in a content file. */
  readonly values: readonly FrontMatterRule[]
  /** Names of the attributes of tags that are translated. */
  readonly attributes: readonly string[]
}
