import type { DiagnosticCode } from '../diagnostic-codes.ts'
import type { GlossaryTerm, Locale, Pattern } from '../model.ts'
import { patternText } from './pattern-text.ts'
import { stemWord } from './stem-word.ts'

/** A breach of the glossary by one target. */
interface TermFinding {
  readonly code: Extract<DiagnosticCode, 'glossary-term' | 'glossary-forbidden'>
  readonly term: GlossaryTerm
  readonly message: string
  /** What to tell an engine so that it does better. */
  readonly instruction: string
}

export interface TermChecker {
  /** What a target makes of the glossary terms of its source. */
  check(source: Pattern, target: Pattern): readonly TermFinding[]
  /** The terms that occur in a source, the longest where several overlap. */
  find(source: Pattern): readonly GlossaryTerm[]
}

interface Word {
  readonly text: string
  readonly stem: string
  /** The first word of the text may be capitalised whatever the term says. */
  readonly first: boolean
  /** Only spaces, hyphens and apostrophes stand between this word and the one before. */
  readonly joined: boolean
}

interface Phrase<T> {
  readonly words: readonly Word[]
  readonly caseSensitive: boolean
  readonly value: T
}

/** What one wording in the target stands for: a term's target, or a variant that it forbids. */
interface Wording {
  readonly term: GlossaryTerm
  readonly forbidden: string | undefined
}

/**
 * Checks targets against glossary terms. A term is found whatever its letter case (unless it is `caseSensitive`),
 * number, gender and regular ending; where terms overlap, the longest wins, in the source as in the target. Of several
 * entries for one source term, any one will do. A check takes time by the length of its texts, not by the size of the
 * glossary.
 */
export function createTermChecker(
  terms: readonly GlossaryTerm[],
  source: Locale,
  target: Locale,
): TermChecker {
  const sources = createPhraseFinder(
    terms.map(term => ({
      words: wordsOf(term.source, source),
      caseSensitive: term.caseSensitive,
      value: term,
    })),
  )

  const wordings = new Map(terms.map(term => [term, wordingsOf(term, target)]))

  function find(pattern: Pattern): readonly GlossaryTerm[] {
    if (terms.length === 0) return []
    return [...new Set(sources(wordsOf(plainText(pattern), source)))]
  }

  return {
    find,
    check(sourcePattern, targetPattern) {
      const expected = find(sourcePattern)
      if (expected.length === 0) return []
      const found = createPhraseFinder(expected.flatMap(term => wordings.get(term) ?? []))(
        wordsOf(plainText(targetPattern), target),
      )
      return report(expected, found)
    },
  }
}

function wordingsOf(term: GlossaryTerm, locale: Locale): readonly Phrase<Wording>[] {
  const { caseSensitive } = term
  return [
    { words: wordsOf(term.target, locale), caseSensitive, value: { term, forbidden: undefined } },
    ...term.forbidden.map(forbidden => ({
      words: wordsOf(forbidden, locale),
      caseSensitive,
      value: { term, forbidden },
    })),
  ]
}

function report(expected: readonly GlossaryTerm[], found: readonly Wording[]): readonly TermFinding[] {
  const findings: TermFinding[] = []
  const settled = new Set<string>()
  for (const { term, forbidden } of found) if (forbidden === undefined) settled.add(fold(term))
  for (const { term, forbidden } of new Set(found)) {
    if (forbidden === undefined) continue
    settled.add(fold(term))
    findings.push({
      code: 'glossary-forbidden',
      term,
      message: `“${forbidden}” is a forbidden translation of “${term.source}”. Use “${term.target}”.`,
      instruction: `Translate "${term.source}" as "${term.target}", never as "${forbidden}".`,
    })
  }
  for (const term of expected) {
    if (settled.has(fold(term))) continue
    settled.add(fold(term))
    findings.push({
      code: 'glossary-term',
      term,
      message: `The glossary translates “${term.source}” as “${term.target}”, which the target does not use. Use it, or add this wording to the glossary.`,
      instruction: `Translate "${term.source}" as "${term.target}".`,
    })
  }
  return findings
}

/** Entries for one source term are alternatives. */
function fold(term: GlossaryTerm): string {
  return term.caseSensitive ? term.source : term.source.toLowerCase()
}

function plainText(pattern: Pattern): string {
  return patternText(pattern, () => '\u0001')
}

const apostrophes = /[’ʼ]/g

function wordsOf(text: string, locale: Locale): readonly Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.replace(apostrophes, "'").matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const before = text.slice(end, match.index)
    end = match.index + match[0].length
    // The possessive belongs to the word before it.
    if (match[0] === 's' && /^['’ʼ]$/.test(before)) continue
    words.push({
      text: match[0],
      stem: stemWord(match[0], locale),
      first: words.length === 0,
      joined: words.length > 0 && /^[\s\u00a0\u202f'’ʼ-]+$/.test(before),
    })
  }
  return words
}

/** Finds phrases in a text, longest first at each word, none overlapping another. */
function createPhraseFinder<T>(phrases: readonly Phrase<T>[]): (words: readonly Word[]) => readonly T[] {
  const byFirstStem = new Map<string, Phrase<T>[]>()
  for (const phrase of [...phrases].sort(compareLength)) {
    const stem = phrase.words[0]?.stem
    if (stem === undefined) continue
    const list = byFirstStem.get(stem)
    if (list === undefined) byFirstStem.set(stem, [phrase])
    else list.push(phrase)
  }
  return words => {
    const found: T[] = []
    for (let at = 0; at < words.length; ) {
      const here = byFirstStem.get(words[at]?.stem ?? '')?.filter(phrase => isAt(phrase, words, at)) ?? []
      const length = here[0]?.words.length ?? 1
      for (const phrase of here) if (phrase.words.length === length) found.push(phrase.value)
      at += length
    }
    return found
  }
}

function compareLength<T>(a: Phrase<T>, b: Phrase<T>): number {
  return b.words.length - a.words.length
}

function isAt<T>(phrase: Phrase<T>, words: readonly Word[], at: number): boolean {
  return phrase.words.every((wanted, index) => {
    const word = words[at + index]
    if (word === undefined || word.stem !== wanted.stem || (index > 0 && !word.joined)) return false
    return !phrase.caseSensitive || isSameCase(word, wanted.text)
  })
}

/** Letter for letter up to where the inflections part; the first letter of the text is free. */
function isSameCase(word: Word, wanted: string): boolean {
  const length = Math.min(word.text.length, wanted.length, word.stem.length)
  const from = word.first ? 1 : 0
  return word.text.slice(from, length) === wanted.slice(from, length)
}
