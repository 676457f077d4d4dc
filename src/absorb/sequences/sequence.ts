import type { Trigrams } from './trigrams.ts'

/** One text of a sequence that is aligned with another one. */
export interface Item {
  /** Only a text that is nearly the same may change its kind: the role of a segment. */
  readonly kind: string
  readonly text: string
  /** Whether a block begins here: texts of different blocks are never merged into one. */
  readonly starts: boolean
  /** Set where nothing but an equal item may match. */
  readonly exact?: boolean
}

/** A run of items, from `start` up to but without `end`. */
export interface Run {
  readonly start: number
  readonly end: number
}

/**
 * A run on the left that became a run on the right: one to one, or, inside a block, one to several or several to one.
 *
 * - `equal`: the texts are the same; `moved` as well, and they stand in another order;
 * - `similar`: the texts share enough to be versions of one another;
 * - `place`: they have nothing in common but the place between the same neighbours.
 */
export interface Match {
  readonly left: Run
  readonly right: Run
  readonly by: 'equal' | 'moved' | 'similar' | 'place'
}

/** A sequence made ready for comparing: equal items have equal numbers in `ids`. */
export interface Sequence {
  readonly items: readonly Item[]
  readonly ids: Int32Array
  /** The trigrams of an item. */
  readonly features: (index: number) => Trigrams
  /** The trigrams of an item and the one after it. */
  readonly joinedFeatures: (first: number) => Trigrams
}
