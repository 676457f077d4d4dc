import type { HostSegment } from './host-segment.ts'

/**
 * The white space that joins a segment to the one before it in a fragment; undefined when they are of several units, or
 * more than white space stands between them. A soft line break is a space, a hard one stays, and the prefixes of block
 * quotes go.
 */
export function spaceBefore({ gap, starts }: HostSegment): string | undefined {
  if (starts) return undefined
  const lineEnd = /^([ \t]*)\r?\n[ \t>]*$/.exec(gap)
  if (lineEnd !== null) return lineEnd[1]?.startsWith('  ') ? '  \n' : ' '
  return /^[ \t\u00a0\u202f]*$/.test(gap) ? gap : undefined
}
