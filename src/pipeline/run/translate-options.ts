import type { EngineName, Locale } from '../../model.ts'
import type { Progress } from '../progress.ts'
import type { Share } from '../shard/share.ts'

/** What a run is asked to do. */
export interface TranslateOptions {
  readonly locales: readonly Locale[]
  /** Page paths, files, folders or globs; none: all pages. */
  readonly pages: readonly string[]
  /** The part of these pages that is to be done; undefined: all of it. */
  readonly share?: Share
  /** Undefined: the configuration's. */
  readonly engine?: EngineName
  /** Nothing is written and nothing sent. */
  readonly dryRun: boolean
  /** Nothing is written and nothing sent, and the report's `files` are those that a run would write. */
  readonly frozen?: boolean
  /** What sources that are gone left behind is removed, where Verso wrote it. Not with `pages`. */
  readonly prune?: boolean
  /** Characters that may be billed at most; `Infinity` for no cap. */
  readonly maxCharacters: number
  readonly signal: AbortSignal
  readonly progress: Progress
}
