/** What a target page that is patched has for a segment of its source. */
export type Standing =
  /** Empty where another segment's text says it. */
  | { readonly type: 'text'; readonly fragment: string }
  /** Not on the page as far as is known (`Absence`), where it would say this. */
  | { readonly type: 'removed' | 'unfound'; readonly fragment: string }
  | { readonly type: 'awaited' }
