import type { MoveMatches } from '../../catalogue/moves/move-matches.ts'
import type { PageFile } from '../../config/page-file.ts'

/** A page path, and the source page that has it. */
export interface PagePlace {
  readonly page: string
  /** Undefined when there is none any more. */
  readonly file: PageFile | undefined
}

/** A catalogue page and where it goes. */
export interface PlannedMove {
  readonly from: PagePlace
  readonly to: PagePlace
}

/** Catalogue pages that go to the source pages that have their text now. */
export interface MovePlan {
  /** Moves that make room for one another, as `groupMoves` has them. */
  readonly groups: readonly (readonly PlannedMove[])[]
  readonly unclear: MoveMatches['unclear']
  /** Source pages to be worked on that have no catalogue, those that something moves to included. */
  readonly newcomers: readonly PageFile[]
  /** Those that have one, and whose page path is as it was. */
  readonly settled: readonly PageFile[]
}
