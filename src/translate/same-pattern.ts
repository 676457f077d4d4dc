import type { Pattern } from '../model.ts'

/** Whether two patterns have the same text and the same codes in the same order. */
export function samePattern(a: Pattern, b: Pattern): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  return a.every((item, index) => {
    const other = b[index]
    if (typeof item === 'string' || typeof other === 'string' || other === undefined) return item === other
    return item.form === other.form && item.literal === other.literal && item.kind === other.kind
  })
}
