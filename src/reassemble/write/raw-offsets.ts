import type { Segment } from '../../model.ts'

const lineEnd = /(?<![ \t])([ \t]*)(?:\r\n|\n|\r)[ \t>]*/g

/** In HTML white space and `>` beyond what the containers around begin a line with are text. */
const keptStart = /^[ \t>]*/

/**
 * Where an offset of a segment's fragment is in its `raw`: the two differ where a line end was folded to a space, or
 * lost the container prefix after it.
 */
export function rawOffsets({ fragment, raw }: Segment): (offset: number) => number {
  const shifts: { readonly from: number; readonly shift: number }[] = []
  let shift = 0
  for (const { 0: written, 1: space = '', index } of raw.matchAll(lineEnd)) {
    const at = index - shift
    const isKept = fragment.startsWith(`${space}\n`, at) || fragment.startsWith(`${space} `, at)
    const length = isKept ? space.length + 1 : 1
    const kept = keptStart.exec(fragment.slice(at + length, at + length + written.length))?.[0] ?? ''
    shift += written.length - length - (written.endsWith(kept) ? kept.length : 0)
    shifts.push({ from: at + length, shift })
  }
  return offset => {
    let low = 0
    let high = shifts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((shifts[middle]?.from ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return offset + (shifts[low - 1]?.shift ?? 0)
  }
}
