import type { Vocabulary } from '../statistics/vocabulary.ts'
import { JOINER } from '../tokens/bind-target.ts'

type Mark = 'open' | 'close' | 'quote' | 'other'

/** Whether a phrase's translation opens and closes as many brackets as the phrase, and has a mate for every quotation mark. */
export type MarkBalance = (phrase: Int32Array, translation: Int32Array) => boolean

/**
 * Where each phrase is in balance, so is the draft, as far as its source is. A translation may leave out a bracket with all
 * that is in it.
 */
export function createMarkBalance(source: Vocabulary, target: Vocabulary): MarkBalance {
  const sourceMark = createMarkOf(source)
  const targetMark = createMarkOf(target)
  return (phrase, translation) => {
    let brackets = 0
    let quotes = 0
    const count = (mark: Mark, by: number): void => {
      if (mark === 'open') brackets += by
      else if (mark === 'close') brackets -= by
      else if (mark === 'quote') quotes++
    }
    for (const word of phrase) count(sourceMark(word), 1)
    for (const word of translation) count(targetMark(word), -1)
    return brackets === 0 && quotes % 2 === 0
  }
}

function createMarkOf(vocabulary: Vocabulary): (word: number) => Mark {
  const known = new Map<number, Mark>()
  return word => {
    const mark = known.get(word) ?? markOf(vocabulary.word(word).replaceAll(JOINER, ''))
    known.set(word, mark)
    return mark
  }
}

function markOf(form: string): Mark {
  if (form === '(' || form === '[') return 'open'
  if (form === ')' || form === ']') return 'close'
  return /^["“”«»]$/u.test(form) ? 'quote' : 'other'
}
