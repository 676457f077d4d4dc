/** A file that one of the patterns takes for a page, taken apart at its locale: `before + locale + after`. */
export interface PageFile {
  /** The file's path from the root, with `/`. */
  readonly file: string
  /** Its path without the fixed folders of its pattern, the locale and the extension: `apps/bwares/overview`. */
  readonly page: string
  readonly before: string
  readonly after: string
}
