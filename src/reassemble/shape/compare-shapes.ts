import type { BlockShape } from './page-shape.ts'

/** A block of the source that has another make in the translation, or none there. */
export interface ShapeDifference {
  readonly source: BlockShape | undefined
  readonly target: BlockShape | undefined
}

/**
 * Where the blocks of two pages differ. While the blocks themselves are the same, that is each whose codes differ; where
 * the blocks are others, what comes after says nothing, and the list ends with the first such place.
 *
 * @param isFree whether the codes of a block of the source may be others
 */
export function compareShapes(
  source: readonly BlockShape[],
  target: readonly BlockShape[],
  isFree: (block: BlockShape) => boolean,
): readonly ShapeDifference[] {
  const differences: ShapeDifference[] = []
  for (let at = 0; at < Math.max(source.length, target.length); at++) {
    const one = source[at]
    const other = target[at]
    if (one === undefined || other === undefined || one.block !== other.block) {
      differences.push({ source: one, target: other })
      break
    }
    if (one.inlines !== other.inlines && !isFree(one)) differences.push({ source: one, target: other })
  }
  return differences
}
