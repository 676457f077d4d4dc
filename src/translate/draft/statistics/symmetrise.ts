/** Linked positions of a sentence pair: for each target position the source positions, ascending. */
export type Alignment = readonly (readonly number[])[]

const NEIGHBOURS = [
  [-1, 0],
  [0, -1],
  [1, 0],
  [0, 1],
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
] as const

/**
 * Joins the alignments of both directions by grow-diag-final-and (Koehn, Axelrod, Mayne, Callison-Burch, Osborne and
 * Talbot 2005, "Edinburgh System Description for the 2005 IWSLT Speech Translation Evaluation"): start from what both
 * agree on, add neighbouring links of either while a word has none, then links between words that have none at all.
 *
 * @param forward for each target position its source position, −1 for none
 * @param backward for each source position its target position, −1 for none
 */
export function symmetrise(forward: Int32Array, backward: Int32Array): Alignment {
  const rows = forward.length
  const columns = backward.length
  const union = new Set<number>()
  const links = new Set<number>()
  const rowLinked = new Uint8Array(rows)
  const columnLinked = new Uint8Array(columns)
  const link = (row: number, column: number): void => {
    links.add(row * columns + column)
    rowLinked[row] = 1
    columnLinked[column] = 1
  }
  forward.forEach((column, row) => {
    if (column >= 0) union.add(row * columns + column)
  })
  backward.forEach((row, column) => {
    if (row < 0) return
    if (union.has(row * columns + column)) link(row, column)
    union.add(row * columns + column)
  })
  // A set visits what is added while it is walked: growing from the new links needs no second pass.
  for (const at of links) {
    const row = Math.floor(at / columns)
    for (const [down, right] of NEIGHBOURS) {
      const r = row + down
      const c = (at % columns) + right
      if (r < 0 || c < 0 || r >= rows || c >= columns) continue
      if ((rowLinked[r] === 0 || columnLinked[c] === 0) && union.has(r * columns + c)) link(r, c)
    }
  }
  for (const at of union) {
    const row = Math.floor(at / columns)
    if (rowLinked[row] === 0 && columnLinked[at % columns] === 0) link(row, at % columns)
  }
  const alignment: number[][] = Array.from({ length: rows }, () => [])
  for (const at of [...links].sort((a, b) => a - b)) alignment[Math.floor(at / columns)]?.push(at % columns)
  return alignment
}
