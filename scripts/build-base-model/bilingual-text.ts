/** One text in both languages, as its source has it: plain, or with markup and placeholders still in it. */
export interface BilingualText {
  readonly fr: string
  readonly en: string
}
