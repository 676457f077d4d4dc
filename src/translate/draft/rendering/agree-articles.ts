import type { Locale } from '../../../model.ts'
import type { TargetPiece } from './target-piece.ts'

/** Vowels in writing that sound like consonants (`a user`, `a one-off`), and the other way round. */
const CONSONANT_SOUND = /^(?:eu|ewe|uni(?![mn]|dent)|us[aeu]|ut[eio]|ubi|one(?![a-z])|once)/iu
const VOWEL_SOUND = /^(?:[aeiou]|hour|honest|honou?r|heir|8|1[18](?!\d))/iu
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}]+(?![\p{L}\p{N}])/u
/** Initials whose names begin with a vowel, and with which an acronym may also be read as a word: `an SMS`, `a SIM`. */
const UNSURE_INITIAL = /^[FHLMNRSX]/u

/**
 * Writes `a` or `an` as the sound of the next word asks for (The Chicago Manual of Style, 17th edition, 7.33): phrases
 * that were learned one by one meet here. Leaves other languages, and acronyms that may be spelled or read, as they are.
 */
export function agreeArticles(pieces: readonly TargetPiece[], target: Locale): readonly TargetPiece[] {
  if (!target.startsWith('en')) return pieces
  return pieces.map((piece, i) => {
    const isArticle = !piece.isSlot && (i === 0 ? /^an?$/iu : /^an?$/u).test(piece.text)
    const next = pieces[i + 1]
    if (!isArticle || next === undefined) return piece
    const article = articleFor((next.code?.literal ?? next.text).replace(/^[^\p{L}\p{N}]+/u, ''))
    return article === undefined ? piece : { ...piece, text: piece.text.charAt(0) + article.slice(1) }
  })
}

function articleFor(word: string): 'a' | 'an' | undefined {
  if (!/^[a-z\d]/iu.test(word)) return undefined
  if (ACRONYM.test(word)) {
    if (UNSURE_INITIAL.test(word)) return undefined
    return /^(?:[AIO]|E(?!U))/u.test(word) ? 'an' : 'a'
  }
  return VOWEL_SOUND.test(word) && !CONSONANT_SOUND.test(word) ? 'an' : 'a'
}
