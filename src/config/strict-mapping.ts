import { distance } from 'fastest-levenshtein'
import * as z from 'zod'

/**
 * A mapping of these keys and no others. The fault of an unknown key names the valid key nearest to it, or all of
 * them when none is near.
 *
 * @param advise says what to do about an unknown key that people are known to try
 */
export function strictMapping<Shape extends z.ZodRawShape>(
  shape: Shape,
  advise: (key: string) => string | undefined = () => undefined,
): z.ZodObject<Shape, z.core.$strict> {
  const valid = Object.keys(shape)
  return z.strictObject(shape, {
    error: issue => {
      if (issue.code !== 'unrecognized_keys') return undefined
      return issue.keys.map(key => `unknown key \`${key}\`. ${advise(key) ?? suggest(key, valid)}`).join('\n')
    },
  })
}

function suggest(key: string, valid: readonly string[]): string {
  let nearest: string | undefined
  let least = Math.max(2, Math.floor(key.length / 2)) + 1
  for (const candidate of valid) {
    const changes = distance(key.toLowerCase(), candidate.toLowerCase())
    if (changes < least) {
      nearest = candidate
      least = changes
    }
  }
  const others = valid.map(name => `\`${name}\``).join(', ')
  return nearest ? `Did you mean \`${nearest}\`?` : `The keys here are ${others}.`
}
