import type { ExtractOptions } from '../../extract/extract-options.ts'
import type { Composition } from './page-work.ts'

/** What a worker thread is told: a call of one of `PageWork`'s functions. */
export type PageTask =
  | { readonly type: 'open'; readonly page: string; readonly text: string; readonly options: ExtractOptions }
  | { readonly type: 'extract'; readonly text: string; readonly options: ExtractOptions }
  | { readonly type: 'compose'; readonly composition: Composition }

/** A task, and the pages to close before it. */
export interface LaneTask {
  readonly closed: readonly string[]
  readonly task: PageTask
}
