/** A file that one of the patterns takes for a page, taken apart at its locale: `before + locale + after`. */
export interface PageFile {
  /** The file's path from the root, with `/`. */
  readonly file: string
  /**
   * Its path without the fixed folders of its pattern, the locale and the extension of Markdown:
   * `apps/bwares/overview`, `menus/main.yaml`.
   */
  readonly page: string
  readonly before: string
  readonly after: string
  /** What each pattern that takes the file makes of it, where they don't agree. */
  readonly readings?: readonly PageReading[]
}

interface PageReading {
  readonly pattern: string
  readonly page: string
}
