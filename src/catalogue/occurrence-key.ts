/**
 * The key that the nth of a page's equal segments has, counted from 1, once its target differs from the first one's.
 */
export function occurrenceKey(base: string, n: number): string {
  return n === 1 ? base : `${base}~${n}`
}
