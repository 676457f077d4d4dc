/** Which changes can be made together, and which can't be made with those. */
export interface Accepted<T> {
  readonly accepted: readonly T[]
  readonly rejected: readonly T[]
}

/**
 * Tells the changes that break something from those that don't, by halves: with k that do among n, some k log n tries.
 * What is accepted holds together.
 *
 * @param holds whether all is well with these changes made and no others; true of none
 * @param options `isKnownToBreak`: that it isn't with all of them
 */
export function acceptChanges<T>(
  changes: readonly T[],
  holds: (changes: readonly T[]) => boolean,
  { isKnownToBreak = false } = {},
): Accepted<T> {
  const accepted: T[] = []
  const rejected: T[] = []
  /** Gives whether all of the list was accepted. */
  const add = (list: readonly T[], breaks: boolean): boolean => {
    if (list.length === 0) return true
    if (!breaks && holds([...accepted, ...list])) {
      accepted.push(...list)
      return true
    }
    if (list.length === 1) {
      rejected.push(...list)
      return false
    }
    const middle = list.length >> 1
    const isLeftFine = add(list.slice(0, middle), false)
    add(list.slice(middle), isLeftFine)
    return false
  }
  add(changes, isKnownToBreak)
  return { accepted, rejected }
}
