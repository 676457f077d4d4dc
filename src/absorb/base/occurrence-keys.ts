import { plainKey } from './plain-key.ts'

/** The keys under which a catalogue keeps each occurrence of its own: `<key>`, from the second one on `<key>~n`. */
export function occurrenceKeys(keys: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  return keys.map(own => {
    const key = plainKey(own)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count === 1 ? key : `${key}~${count}`
  })
}
