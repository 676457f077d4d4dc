import type { DiagnosticCode } from '../diagnostic-codes.ts'
import type { FrontMatterRule, Pattern } from '../model.ts'

/** What the checks of one page are told beside the page. */
export interface CheckTools {
  /** What is to become of the values of front matter, or of a content file. */
  readonly values: readonly FrontMatterRule[]
  readonly labelPolicy: 'keep' | 'gloss' | 'map'
  readonly style: StyleRules
  /** Codes whose findings would be dropped: their checks need not run. */
  readonly off: ReadonlySet<DiagnosticCode>
  /** Breaches of the glossary's terms. */
  checkTerms(
    source: Pattern,
    target: Pattern,
  ): readonly { readonly code: 'glossary-term' | 'glossary-forbidden'; readonly message: string }[]
  /** Product names in a pattern's text, in order. */
  findNames(pattern: Pattern): readonly string[]
  /** The glossary's translation of a label on this page. */
  labelOf(label: string): string | undefined
  /** The language of a text as a BCP 47 language; undefined when it is not certain. */
  languageOf(text: string): string | undefined
  /** Whether a word is known to the target locale's dictionary; undefined without a dictionary. */
  readonly isSpelled: ((word: string) => boolean) | undefined
}

/** Parameters of the house-style checks. */
interface StyleRules {
  /** Characters that front-matter values may have, by path. */
  readonly lengths: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>
}
