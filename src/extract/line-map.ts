import type { Position } from '../model.ts'

/** Where the lines of a page are. */
export interface LineMap {
  /** The page's first line end, `\n` when it has none. */
  readonly eol: string
  readonly positionOf: (offset: number) => Position
}

/**
 * @param body a page without its byte-order mark
 * @param shift the length of that mark, which offsets count and columns don't
 */
export function lineMap(body: string, shift: number): LineMap {
  const ends = [...body.matchAll(/\r\n|\n|\r/g)]
  const starts = [0, ...ends.map(({ 0: eol, index }) => index + eol.length)]
  return {
    eol: ends[0]?.[0] ?? '\n',
    positionOf: offset => {
      let low = 0
      let high = starts.length
      while (high - low > 1) {
        const middle = (low + high) >> 1
        if ((starts[middle] as number) <= offset) low = middle
        else high = middle
      }
      return { line: low + 1, column: offset - (starts[low] as number) + 1, offset: offset + shift }
    },
  }
}
