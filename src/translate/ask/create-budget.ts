import type { Question } from './question.ts'

/** Keeps the characters of a run within its cap, those of requests in flight included. */
export interface Budget {
  /** The longest run of questions from the start that the cap still allows, reserved until `settle`. */
  take(questions: readonly Question[]): readonly Question[]
  /** Replaces what was reserved for questions by what they were billed at; `undefined`: not known, so all of it. */
  settle(questions: readonly Question[], billed: number | undefined): void
}

/**
 * @param cap Characters that may be billed at most.
 *
 * A service that bills more than its texts were thought to hold raises what is reserved from then on, in proportion.
 */
export function createBudget(cap: number): Budget {
  let spent = 0
  let reserved = 0
  let ratio = 1
  const prices = new WeakMap<Question, number>()

  return {
    take(questions) {
      const taken: Question[] = []
      for (const question of questions) {
        const price = Math.ceil(question.characters * ratio)
        if (spent + reserved + price > cap) break
        reserved += price
        prices.set(question, price)
        taken.push(question)
      }
      return taken
    },
    settle(questions, paid) {
      let held = 0
      let expected = 0
      for (const question of questions) {
        held += prices.get(question) ?? 0
        prices.delete(question)
        expected += question.characters
      }
      reserved -= held
      spent += paid ?? held
      if (paid !== undefined && expected > 0) ratio = Math.max(ratio, paid / expected)
    },
  }
}
