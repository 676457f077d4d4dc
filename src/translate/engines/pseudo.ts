import type { Engine, Pattern } from '../../model.ts'

/** For each letter of the Latin alphabet one that looks like it, in the same case. */
const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = 'åƀćđẽƒĝĥĩĵķļɱñöþɋŕšţũṽŵẋýžÅɃĆĐẼƑĜĤĨĴĶĻṀÑÖÞɊŔŠŢŨṼŴẊÝŽ'
const accents = new Map([...plain].map((letter, index) => [letter, [...accented][index] ?? letter]))

/** Put over a letter of any other script: it shows, and parsers take a combining mark for a part of the word. */
const acute = '\u0301'

/**
 * The engine whose answers show what was translated and what was not: every letter of the text is accented, and
 * letters are doubled until the text is 30 % longer. It adds no white space and no punctuation, so that a page that
 * comes out with another structure has lost an escape, or had text where markup was.
 */
export const pseudo: Engine = {
  name: 'pseudo',
  limits: { texts: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY, concurrency: 1 },
  size: () => 0,
  translate: ({ texts }) =>
    Promise.resolve(texts.map(({ pattern }) => ({ pattern: pseudoTranslate(pattern), billedCharacters: 0 }))),
}

function pseudoTranslate(pattern: Pattern): Pattern {
  let owed = 0
  return pattern.map(item => {
    if (typeof item !== 'string') return item
    let text = ''
    for (const character of item) {
      owed += 3
      const letter = accent(character)
      text += letter
      if (letter === character || owed < 10) continue
      text += letter
      owed -= 10
    }
    return text
  })
}

function accent(character: string): string {
  const known = accents.get(character)
  if (known !== undefined) return known
  if (!/\p{L}/u.test(character)) return character
  const base = accents.get(character.normalize('NFD').charAt(0)) ?? character
  return base === character ? character + acute : base
}
