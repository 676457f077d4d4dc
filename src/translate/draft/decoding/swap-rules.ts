import type { Locale } from '../../../model.ts'

/** What a language never lets change places, whatever the odds; told by lower-case words. */
export interface SwapRules {
  /** A word or mark that joins equals: no run begins or ends with it that moves. */
  isJoint(form: string): boolean
  /** A word that opens a noun phrase: what moves before the noun stays behind it. */
  isDeterminer(form: string): boolean
}

const MARK = /^[,;:()]$/u

const FRENCH = {
  joints: new Set(['et', 'ou', 'mais', 'ni']),
  determiners: new Set(
    "le la les l' un une des du de d' au aux ce cet cette ces mon ma mes son sa ses notre nos votre vos leur leurs chaque tout toute tous toutes".split(
      ' ',
    ),
  ),
}

const NONE = { joints: new Set<string>(), determiners: new Set<string>() }

/** @param source the language whose words change places */
export function swapRules(source: Locale): SwapRules {
  const { joints, determiners } = source.startsWith('fr') ? FRENCH : NONE
  return {
    isJoint: form => MARK.test(form) || joints.has(form),
    isDeterminer: form => determiners.has(form),
  }
}
