/** One of `count` parts of a project's pages, counted from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

/**
 * The pages of one shard: every `count`-th of the list, which is in the same order on every machine. The shards of a
 * list hold each of its pages once, and differ in size by one at most.
 */
export function shardPages<Page>(pages: readonly Page[], { index, count }: Shard): readonly Page[] {
  return pages.filter((_, position) => position % count === index - 1)
}
