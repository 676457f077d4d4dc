import type { Match, Sequence } from './sequence.ts'

/**
 * Pairs what is left between two matches and has nothing in common but its place: a sentence rewritten or translated
 * from scratch. Only what is certain by its place: as many blocks of the same kinds on both sides, or the rest of the
 * blocks in which the neighbouring matches stand.
 *
 * @param ls indices of the unmatched items on the left, ascending; those on the right likewise
 */
export function pairByPlace(
  left: Sequence,
  right: Sequence,
  ls: readonly number[],
  rs: readonly number[],
): Match[] {
  const onLeft = blocksOf(left, ls)
  const onRight = blocksOf(right, rs)
  if (onLeft.length === 0 || onRight.length === 0) return []
  const isParallel =
    onLeft.length === onRight.length &&
    onLeft.every((block, index) => isSameSort(left, block, right, onRight[index] ?? []))
  if (isParallel) return onLeft.flatMap((block, index) => pairBlock(block, onRight[index] ?? []))
  const matches: Match[] = []
  const [firstLeft = [], firstRight = []] = [onLeft.shift(), onRight.shift()]
  if (!startsBlock(left, firstLeft[0]) && isSameSort(left, firstLeft, right, firstRight)) {
    matches.push(...pairBlock(firstLeft, firstRight))
  }
  const lastLeft = onLeft.pop()
  const lastRight = onRight.pop()
  if (lastLeft === undefined || lastRight === undefined) return matches
  const isContinued = !endsBlock(left, lastLeft) && !endsBlock(right, lastRight)
  if (isContinued && isSameSort(left, lastLeft, right, lastRight))
    matches.push(...pairBlock(lastLeft, lastRight))
  return matches
}

/** Successive items of one block each. */
function blocksOf(sequence: Sequence, indices: readonly number[]): number[][] {
  const blocks: number[][] = []
  let before = Number.NaN
  for (const index of indices) {
    if (sequence.items[index]?.exact) continue
    const block = blocks[blocks.length - 1]
    if (block === undefined || index !== before + 1 || startsBlock(sequence, index)) blocks.push([index])
    else block.push(index)
    before = index
  }
  return blocks
}

function startsBlock(sequence: Sequence, index: number | undefined): boolean {
  return index === undefined || (sequence.items[index]?.starts ?? true)
}

function endsBlock(sequence: Sequence, block: readonly number[]): boolean {
  return startsBlock(sequence, (block[block.length - 1] ?? 0) + 1)
}

function isSameSort(
  left: Sequence,
  onLeft: readonly number[],
  right: Sequence,
  onRight: readonly number[],
): boolean {
  const [l, r] = [onLeft[0], onRight[0]]
  if (l === undefined || r === undefined) return false
  return left.items[l]?.kind === right.items[r]?.kind && startsBlock(left, l) === startsBlock(right, r)
}

/** One to one; the last of the shorter side takes what the longer one has left. */
function pairBlock(onLeft: readonly number[], onRight: readonly number[]): Match[] {
  const matches: Match[] = []
  const shared = Math.min(onLeft.length, onRight.length)
  for (let at = 0; at < shared; at++) {
    const l = onLeft[at] ?? 0
    const r = onRight[at] ?? 0
    const isLast = at === shared - 1
    matches.push({
      left: { start: l, end: isLast ? (onLeft[onLeft.length - 1] ?? l) + 1 : l + 1 },
      right: { start: r, end: isLast ? (onRight[onRight.length - 1] ?? r) + 1 : r + 1 },
      by: 'place',
    })
  }
  return matches
}
