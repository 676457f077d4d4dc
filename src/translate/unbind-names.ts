import type { Code, Pattern } from '../model.ts'

/** The pattern with the product names that were bound for an engine as text again. */
export function unbindNames(pattern: Pattern): Pattern {
  if (!pattern.some(item => typeof item !== 'string' && item.kind === 'name')) return pattern
  const unbound: (string | Code)[] = []
  for (const item of pattern) {
    const piece = typeof item !== 'string' && item.kind === 'name' ? item.literal : item
    const last = unbound.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') unbound[unbound.length - 1] = last + piece
    else unbound.push(piece)
  }
  return unbound
}
