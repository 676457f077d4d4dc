import { isTerm } from './is-term.ts'

/**
 * A colon and the beginning of a sentence about what comes before it, as in a list of features: `**Recettes** : vous
 * pouvez …`. After the name of a field there is a noun: `**HEURE** : date et heure de la commande`.
 */
const explanation =
  /^\s*[:：]\s*(?:vous|nous|on|ils?|elles?|c['’]est|ce(?:t|tte|s|lui|lle|ux)?|votre|vos|s['’]ils?|si|quand|lorsqu\p{L}*|grâce|you|we|they|it|this|these|your|if|when|\p{L}+ez)(?!\p{L})/iu

/** Whether a sentence is about the bold text at its start that a colon comes after. */
export function explainsTerm(text: string, after: string): boolean {
  return isTerm(text, after) && explanation.test(after)
}
