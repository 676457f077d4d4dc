import type { LearnedPage } from '../../align/learn-page.ts'
import type { Diagnostic, Locale } from '../../model.ts'

/** Sentences that are perhaps translations of each other. Lines and columns are those of their first ones. */
export interface DoubtfulPair {
  readonly locale: Locale
  readonly source: PlacedText
  readonly target: PlacedText
  /** 0 to 100. */
  readonly score: number
  readonly reason: LearnedPage['doubtful'][number]['reason']
}

export interface PlacedText {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly text: string
}

/** What `align` came to. */
export interface AlignReport {
  /** Pages that are there in both languages. */
  readonly pages: number
  /** Of them, those of equal shape whose catalogue gives the target page back, byte for byte. */
  readonly filled: number
  /** Source pages without a target page. */
  readonly missing: number
  /** Pairs that are sure. */
  readonly pairs: number
  /** Segments that got a target from them; the others had one already. */
  readonly entered: number
  readonly doubtful: readonly DoubtfulPair[]
  /** Segments of either side without a partner. */
  readonly unpaired: { readonly source: number; readonly target: number }
  /** Files written, from the root, sorted. None of them is a page. */
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}
