/** A page of the catalogue that belongs to a page of another path now. Both are page paths. */
export interface PageMove {
  readonly from: string
  readonly to: string
}

/** Where the pages of a catalogue are now. */
export interface MoveMatches {
  /** In the order of `from`'s code units. */
  readonly moves: readonly PageMove[]
  /** Pages of the catalogue that may be any of several pages now, with these. */
  readonly unclear: readonly { readonly from: string; readonly to: readonly string[] }[]
}
