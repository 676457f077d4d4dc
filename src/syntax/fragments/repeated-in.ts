/** Tells whether a character occurs more than once in a text, which is put together when it is first needed. */
export function repeatedIn(text: () => string): (character: string) => boolean {
  let all: string | undefined
  const known = new Map<string, boolean>()
  return character => {
    all ??= text()
    const isRepeated = known.get(character) ?? all.indexOf(character) !== all.lastIndexOf(character)
    known.set(character, isRepeated)
    return isRepeated
  }
}
