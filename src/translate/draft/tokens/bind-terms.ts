import type { Glossary, GlossaryTerm, Locale } from '../../../model.ts'
import { foldWord } from './bind-source.ts'
import type { BoundToken } from './bound-text.ts'
import { tokeniseText } from './tokenise-text.ts'

/** A glossary term found in a text: the run of words it covers, and the words that must stand for it. */
export interface BoundTerm {
  readonly from: number
  readonly to: number
  readonly words: readonly string[]
}

interface Term {
  readonly forms: readonly string[]
  readonly term: GlossaryTerm
}

/**
 * Finds glossary terms in texts, the longest first, none overlapping another. A plural of a term counts; an English
 * target is then made plural too.
 *
 * @returns a finder over bound tokens
 */
export function createTermFinder(
  glossary: Glossary,
  locales: { readonly source: Locale; readonly target: Locale },
): (text: readonly BoundToken[]) => readonly BoundTerm[] {
  const byFirst = new Map<string, Term[]>()
  for (const term of glossary.terms) {
    const forms = tokeniseText(term.source, locales.source).map(run => foldWord(run.text))
    const first = singular(forms[0] ?? '')
    if (first !== '') byFirst.set(first, [...(byFirst.get(first) ?? []), { forms, term }])
  }
  for (const terms of byFirst.values()) terms.sort((a, b) => b.forms.length - a.forms.length)
  return text => {
    const found: BoundTerm[] = []
    for (let from = 0; from < text.length; from++) {
      const terms = byFirst.get(singular(foldWord(text[from]?.surface ?? ''))) ?? []
      const entry = terms.find(term => matches(term, text, from))
      if (entry === undefined) continue
      const to = from + entry.forms.length
      const isPlural = entry.forms.some((form, i) => foldWord(text[from + i]?.surface ?? '') === `${form}s`)
      const words = tokeniseText(entry.term.target, locales.target).map(run => run.text)
      found.push({ from, to, words: isPlural && locales.target.startsWith('en') ? plural(words) : words })
      from = to - 1
    }
    return found
  }
}

function matches({ forms, term }: Term, text: readonly BoundToken[], from: number): boolean {
  return forms.every((form, i) => {
    const token = text[from + i]
    if (token === undefined || token.slot?.code !== undefined) return false
    if (term.caseSensitive && i === 0 && !term.source.startsWith(token.surface.replace(/s$/u, '')))
      return false
    return singular(foldWord(token.surface)) === singular(form)
  })
}

function singular(form: string): string {
  return form.length > 3 ? form.replace(/[sx]$/u, '') : form
}

function plural(words: readonly string[]): readonly string[] {
  const last = words.at(-1) ?? ''
  if (/s$/iu.test(last) || !/\p{L}$/u.test(last)) return words
  const ending = /[^aeiou]y$/iu.test(last)
    ? `${last.slice(0, -1)}ies`
    : /(?:x|ch|sh)$/iu.test(last)
      ? `${last}es`
      : `${last}s`
  return [...words.slice(0, -1), ending]
}
