import type { MoveMatches } from '../../catalogue/moves/move-matches.ts'
import type { PageFile } from '../../config/page-file.ts'

/** Catalogue pages that go to the source pages that have their text now. */
export interface MovePlan {
  readonly moves: readonly { readonly from: string; readonly to: PageFile }[]
  readonly unclear: MoveMatches['unclear']
  /** Source pages to be worked on that have no catalogue, those that something moves to included. */
  readonly newcomers: readonly PageFile[]
}
