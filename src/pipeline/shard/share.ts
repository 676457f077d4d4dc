import type { Shard } from './shard.ts'

/** The part of the pages that one machine does. */
export interface Share {
  readonly shard: Shard
  /** Whether a page is of this part; pages without a source included. */
  owns(page: string): boolean
}
