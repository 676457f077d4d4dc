import type { SegmentState } from '../model.ts'
import type { Sidecar } from './sidecar.ts'
import { withForeign } from './with-foreign.ts'

/** The order in which a line gives its properties. */
const order = [
  'key',
  'state',
  'origin',
  'score',
  'rung',
  'previousSource',
  'suggestion',
  'alternatives',
  'retranslate',
  'orphanSource',
  'gap',
] as const satisfies readonly (keyof SegmentState)[]

const known: ReadonlySet<string> = new Set(order)

/**
 * Writes a sidecar: one compact JSON object a line, a line a segment in the order of the map, before them
 * `{"page":{"diverged":true}}` and after them `{"tail":"…"}` where the page needs them. Properties that Verso does not
 * know follow its own. Without anything to say, the empty text.
 */
export function serialiseSidecar({ states, diverged, tail, foreign }: Sidecar): string {
  const own = [...states].map(([key, state]) => [key, JSON.stringify(ordered(state))] as const)
  const lines = [
    ...(diverged ? ['{"page":{"diverged":true}}'] : []),
    ...withForeign(own, foreign),
    ...(tail === undefined ? [] : [JSON.stringify({ tail })]),
  ]
  return lines.map(line => `${line}\n`).join('')
}

function ordered(state: SegmentState): Readonly<Record<string, unknown>> {
  const result: Record<string, unknown> = {}
  for (const name of order) if (state[name] !== undefined) result[name] = state[name]
  if (state.suggestion) {
    const { target, origin, score, ...rest } = state.suggestion
    result.suggestion = { target, origin, ...(score === undefined ? {} : { score }), ...rest }
  }
  for (const [name, value] of Object.entries(state)) if (!known.has(name)) result[name] = value
  return result
}
