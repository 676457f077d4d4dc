import type { ForeignLine } from '../model.ts'

/**
 * Puts foreign lines back where they stood: each after the line of its key, or last when that key is gone.
 *
 * @param lines a file's own lines, each with its key
 */
export function withForeign(
  lines: readonly (readonly [key: string, line: string])[],
  foreign: readonly ForeignLine[],
): readonly string[] {
  if (foreign.length === 0) return lines.map(([, line]) => line)
  const waiting = new Map<string | undefined, string[]>()
  for (const { after, raw } of foreign) {
    const others = waiting.get(after)
    if (others) others.push(raw)
    else waiting.set(after, [raw])
  }
  const take = (key: string | undefined) => {
    const taken = waiting.get(key) ?? []
    waiting.delete(key)
    return taken
  }
  const result = [...take(undefined), ...lines.flatMap(([key, line]) => [line, ...take(key)])]
  return [...result, ...[...waiting.values()].flat()]
}
