/** Values by key, as many as were used last. */
export interface Recent<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): Value
  clear(): void
}

/**
 * @param limit how many values are kept
 * @param forget told the key of each value that is let go for another
 */
export function createRecent<Value>(
  limit: number,
  forget: (key: string) => void = () => undefined,
): Recent<Value> {
  // A map keeps the order in which its keys came: each use puts the key at the end.
  const values = new Map<string, Value>()
  return {
    get(key) {
      const value = values.get(key)
      if (value === undefined) return undefined
      values.delete(key)
      values.set(key, value)
      return value
    },
    set(key, value) {
      values.delete(key)
      values.set(key, value)
      const [oldest] = values.keys()
      if (values.size > limit && oldest !== undefined) {
        values.delete(oldest)
        forget(oldest)
      }
      return value
    },
    clear: () => values.clear(),
  }
}
