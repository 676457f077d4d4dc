import type { Segment } from '../model.ts'

const lineEnd = /([ \t]*)(?:\r\n|\n|\r)[ \t>]*/g

/**
 * Where an offset of a segment's fragment is in its `raw`: the two differ where a line end was folded to a space, or
 * lost the container prefix after it. Asked for ascending offsets.
 */
export function rawOffsets({ fragment, raw }: Segment): (offset: number) => number {
  const shifts: { readonly from: number; readonly shift: number }[] = []
  let shift = 0
  for (const { 0: written, 1: space = '', index } of raw.matchAll(lineEnd)) {
    const at = index - shift
    const isKept = fragment.startsWith(`${space}\n`, at)
    const length = isKept ? space.length + 1 : 1
    shift += written.length - length
    shifts.push({ from: at + length, shift })
  }
  let next = 0
  let current = 0
  return offset => {
    for (let found = shifts[next]; found !== undefined && found.from <= offset; found = shifts[++next]) {
      current = found.shift
    }
    return offset + current
  }
}
