import type { Fate } from '../orphans/orphan.ts'

/** An old target page that stays where it is, as no source has its path any more. */
export interface LeftPage {
  readonly file: string
  readonly page: string
  /** The page path that its source has now. */
  readonly to: string
  readonly type: Extract<Fate, { type: 'moved' }>['left']
  /** Digest of its text, where that is the new page's. */
  readonly digest?: string
}
