/** Words by number. Numbers are dense and never change. */
export interface Vocabulary {
  readonly size: number
  /** −1 for an unknown word. */
  find(word: string): number
  add(word: string): number
  word(id: number): string
}

/**
 * @param words the first words, in order of their numbers
 * @param base continued rather than copied: its words keep their numbers and `base` itself is not changed
 */
export function createVocabulary(words: readonly string[], base?: Vocabulary): Vocabulary {
  const first = base?.size ?? 0
  const own = [...words]
  const numbers = new Map<string, number>()
  for (let i = 0; i < own.length; i++) numbers.set(own[i] as string, first + i)
  const find = (word: string): number => {
    const known = base?.find(word) ?? -1
    return known >= 0 && known < first ? known : (numbers.get(word) ?? -1)
  }
  return {
    get size() {
      return first + own.length
    },
    find,
    add(word) {
      const known = find(word)
      if (known >= 0) return known
      numbers.set(word, first + own.length)
      own.push(word)
      return first + own.length - 1
    },
    word: id => (id < first ? (base?.word(id) ?? '') : (own[id - first] ?? '')),
  }
}
