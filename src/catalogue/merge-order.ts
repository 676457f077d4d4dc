/**
 * The order of a catalogue file's keys: those that Verso keeps, in its order, and those that a person added, each after
 * the key that it followed before.
 *
 * @param before the keys of the file as it was
 * @param kept Verso's own keys, in order; a key that a person added is not among them
 * @param isAdded whether a key of `before` is a person's own
 */
export function mergeOrder(
  before: Iterable<string>,
  kept: readonly string[],
  isAdded: (key: string) => boolean,
): readonly string[] {
  const own = new Set(kept)
  const followers = new Map<string | undefined, string[]>()
  let last: string | undefined
  for (const key of before) {
    if (own.has(key)) last = key
    else if (isAdded(key)) {
      const list = followers.get(last)
      if (list) list.push(key)
      else followers.set(last, [key])
    }
  }
  if (followers.size === 0) return kept
  return [undefined, ...kept].flatMap(key => [
    ...(key === undefined ? [] : [key]),
    ...(followers.get(key) ?? []),
  ])
}
