import type { Locale } from '../../../model.ts'

/** French endings and what English makes of them, the longest first; of several the first that is an English word. */
const FRENCH_ENGLISH: readonly (readonly [ending: string, english: readonly string[]])[] = [
  ['isations', ['isations', 'izations', 'ising', 'izing']],
  ['isation', ['isation', 'ization', 'ising', 'izing']],
  ['ellement', ['ally']],
  ['iquement', ['ically']],
  ['ivement', ['ively']],
  ['eusement', ['ously']],
  ['ablement', ['ably']],
  ['ement', ['ely', 'ly', 'ement']],
  ['iques', ['ic', 'ical', 'ics']],
  ['ique', ['ic', 'ical', 'ics']],
  ['elles', ['al', 'el']],
  ['elle', ['al', 'el']],
  ['els', ['al', 'els']],
  ['el', ['al', 'el']],
  ['aires', ['ary', 'aries', 'arian']],
  ['aire', ['ary', 'arian']],
  ['ités', ['ities']],
  ['ité', ['ity']],
  ['euses', ['ous']],
  ['euse', ['ous']],
  ['eux', ['ous']],
  ['oires', ['ory', 'ories']],
  ['oire', ['ory']],
  ['eurs', ['ors', 'ers']],
  ['eur', ['or', 'er']],
  ['ismes', ['isms']],
  ['isme', ['ism']],
  ['istes', ['ists']],
  ['iste', ['ist']],
  ['ives', ['ive']],
  ['ive', ['ive']],
  ['ifs', ['ive']],
  ['if', ['ive']],
  ['ies', ['ies', 'y']],
  ['ie', ['y']],
  ['iser', ['ise', 'ize']],
  ['ifier', ['ify']],
  ['antes', ['ant', 'ent', 'ing']],
  ['ante', ['ant', 'ent', 'ing']],
  ['ants', ['ants', 'ing']],
  ['ant', ['ant', 'ing']],
  ['entes', ['ent']],
  ['ente', ['ent']],
  ['ées', ['ed', 'ated', 'd']],
  ['ée', ['ed', 'ated', 'd']],
  ['és', ['ed', 'ated', 'd']],
  ['é', ['ed', 'ated', 'd']],
  ['ent', ['e', 'ate', '']],
  ['ez', ['e', 'ate', '']],
  ['er', ['e', 'ate', '']],
  ['es', ['e', 'es', '', 's']],
  ['e', ['e', '']],
  ['s', ['s', '']],
  ['', ['']],
]

/** Shorter stems are alike by chance. */
const SHORTEST_STEM = 3

/**
 * The word of the target language that a word of the source language probably is, by its ending: `unidirectionnelle` is
 * `unidirectional`.
 *
 * @param isWord whether the target language has a word
 */
export function findCognate(
  word: string,
  { source, target }: { readonly source: Locale; readonly target: Locale },
  isWord: (word: string) => boolean,
): string | undefined {
  if (!source.startsWith('fr') || !target.startsWith('en') || !/^[\p{L}-]+$/u.test(word)) return undefined
  for (const [ending, english] of FRENCH_ENGLISH) {
    if (!word.endsWith(ending)) continue
    const stem = fold(word.slice(0, word.length - ending.length))
    if (stem.length < SHORTEST_STEM) continue
    for (const own of [stem, stem.replace(/(.)\1$/u, '$1')]) {
      const found = english.map(end => own + end).find(isWord)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}
