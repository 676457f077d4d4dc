import type { Pattern } from '../../model.ts'

/**
 * Whether the answers of a batch seem to be in another order than its texts: at least two texts miss their numbers or
 * codes in their own answer and have them in each other's place. Texts without numbers and codes tell nothing, so that
 * a shuffle of them alone goes unnoticed.
 */
export function looksShuffled(sources: readonly Pattern[], answers: readonly Pattern[]): boolean {
  const wanted = sources.map(marksOf)
  const given = answers.map(marksOf)
  let strays = 0
  for (const [index, marks] of wanted.entries()) {
    if (marks === '' || marks === given[index]) continue
    if (given.some((other, at) => at !== index && other === marks && wanted[at] !== marks)) strays++
  }
  return strays >= 2
}

/** What is looked at of a text: an answer may be a megabyte of nonsense. */
const mostCharacters = 10_000

/** Numbers and codes of a text, in a fixed order. */
function marksOf(pattern: Pattern): string {
  const marks: string[] = []
  for (const item of pattern) {
    if (typeof item === 'string') marks.push(...(item.slice(0, mostCharacters).match(/\p{N}+/gu) ?? []))
    else marks.push(`${item.form} ${item.id}`)
  }
  return marks.sort().join('\n')
}
