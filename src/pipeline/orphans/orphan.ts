/** What became of the source of a page that has none any more. */
export type Fate =
  | { readonly type: 'gone' }
  /** It has another path, where the next run carries its translation. `to` is its file. */
  | { readonly type: 'renamed'; readonly to: string }
  /** It may be any of several pages; `to` are page paths. */
  | { readonly type: 'unclear'; readonly to: readonly string[] }
  /**
   * It has another path (`to`, a page path) and its translation is there. `left` is what the old target page holds:
   * `copy` nothing of its own, `edits` what was written in it since, `other` a text that the new page was not made of.
   */
  | { readonly type: 'moved'; readonly to: string; readonly left: 'copy' | 'edits' | 'other' }

/** A page path of a target locale that has no source page. */
export interface Orphan {
  readonly page: string
  /** The target page, from the root; undefined when the catalogue alone has the page. */
  readonly target: string | undefined
  /** The target resource, from the root; undefined when there is none. */
  readonly resource: string | undefined
  readonly fate: Fate
  /** Nothing but a catalogue page with a person's work, kept for the memory: nothing to be done about it. */
  readonly isMemory: boolean
}
