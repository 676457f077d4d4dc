/** The indices from `start` up to but without `end` that are not in a set. */
export function indicesBetween(start: number, end: number, isTaken: ReadonlySet<number>): number[] {
  const indices: number[] = []
  for (let index = start; index < end; index++) if (!isTaken.has(index)) indices.push(index)
  return indices
}
