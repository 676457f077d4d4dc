import type { BlockShape } from '../shape/page-shape.ts'

/** What was worked out when a page was guarded before: it holds for as long as the skeleton is the same. */
export interface GuardMemory {
  /** Parts as they are written, by number and targets. */
  readonly parts: Map<string, string>
  /** Shapes of the source's pieces, by text; undefined for one that can't be parsed. */
  readonly shapes: Map<string, readonly BlockShape[] | undefined>
}

export function createGuardMemory(): GuardMemory {
  return { parts: new Map(), shapes: new Map() }
}
