/** How CommonMark 6.2 sees the character beside a run of delimiters; the ends of a text are white space. */
export type EdgeClass = 'space' | 'mark' | 'letter'

/** The class of one UTF-16 unit: micromark looks at units, so that half of a surrogate pair is a letter. */
export function classifyEdge(unit: string): EdgeClass {
  if (unit === '' || /\s/.test(unit)) return 'space'
  return /[\p{P}\p{S}]/u.test(unit) ? 'mark' : 'letter'
}
