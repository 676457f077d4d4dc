import type { Resource } from './resource.ts'
import { withForeign } from './with-foreign.ts'

/**
 * Writes an i18next resource: two spaces of indentation, one key a line in the order of the map, a newline at the
 * end. Texts stand as they are but for what JSON must escape.
 */
export function serialiseResource(resource: Resource): string {
  const entries = [...resource.texts].map(
    ([key, text]) => [key, `${JSON.stringify(key)}: ${JSON.stringify(text)}`] as const,
  )
  const lines = withForeign(entries, resource.foreign)
  return lines.length === 0 ? '{}\n' : `{\n  ${lines.join(',\n  ')}\n}\n`
}
