/** One of `count` parts of a project's pages, counted from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}
