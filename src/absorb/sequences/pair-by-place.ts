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
  const matches: Match[] = []
  const pairEnds = (l: readonly number[] | undefined, r: readonly number[] | undefined) => {
    if (l !== undefined && r !== undefined && isSameKind(left, l, right, r)) matches.push(...pairBlock(l, r))
  }
  pairEnds(takeFirst(left, onLeft), takeFirst(right, onRight))
  const isParallel =
    onLeft.length === onRight.length &&
    onLeft.every((block, index) => isSameKind(left, block, right, onRight[index] ?? []))
  if (isParallel) {
    for (const [index, block] of onLeft.entries()) matches.push(...pairBlock(block, onRight[index] ?? []))
  } else pairEnds(takeLast(left, onLeft), takeLast(right, onRight))
  return matches
}

/** Takes the items off that continue the block of the match before. */
function takeFirst(sequence: Sequence, blocks: number[][]): readonly number[] | undefined {
  return startsBlock(sequence, blocks[0]?.[0]) ? undefined : blocks.shift()
}

/** Takes the items off whose block goes on in the match after. */
function takeLast(sequence: Sequence, blocks: number[][]): readonly number[] | undefined {
  const end = blocks[blocks.length - 1]?.at(-1)
  return end === undefined || startsBlock(sequence, end + 1) ? undefined : blocks.pop()
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

function isSameKind(
  left: Sequence,
  onLeft: readonly number[],
  right: Sequence,
  onRight: readonly number[],
): boolean {
  return left.items[onLeft[0] ?? -1]?.kind === right.items[onRight[0] ?? -1]?.kind
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
