import { slotForms } from './slot-kind.ts'

/** First words of every vocabulary, source and target: sentence marks, the unknown word, the slots' classes. */
export const SPECIAL_WORDS: readonly string[] = ['<s>', '</s>', '⟨unknown⟩', ...slotForms()]

/** Number of the unknown word: no model has ever seen it. */
export const UNKNOWN_WORD = 2

/** Whether a word number stands for a slot's class. */
export function isSlotWord(word: number): boolean {
  return word > UNKNOWN_WORD && word < SPECIAL_WORDS.length
}
