import { explainsTerm } from './explains-term.ts'
import { isLeadIn } from './is-lead-in.ts'
import { isTerm } from './is-term.ts'

/** Where a bold text stands in its sentence. Texts are decoded; U+FFFC stands for other markup. */
export interface BoldContext {
  /** The end of what comes before it, empty at the sentence's start. */
  readonly before: string
  /** The beginning of what comes after it, empty at the sentence's end. */
  readonly after: string
  /** Whether it is in a list that explains terms: another item of it does (`explainsTerm`). */
  readonly isInExplanations?: boolean
}

/** What names a thing on a screen: a lower-case text after it is what that thing is called. */
const thing =
  /(?:^|[\s'’])(?:champs?|boutons?|onglets?|colonnes?|menus?|options?|cases?|icônes?|touches?|listes?|section|page|statuts?|valeurs?|fields?|buttons?|tabs?|columns?|options?|icons?|keys?|statuse?s?|values?)\s*$/iu
/** What one does to a thing on a screen, with no article after it. */
const action =
  /(?:^|[\s'’])(?:sélectionnez|choisissez|cliquez sur|cochez|décochez|saisissez|tapez|appuyez sur|select|choose|click|click on|tick|check|type|press|enter)\s*$/iu
const article = /^(?:l['’]|les?\s|la\s|des?\s|un\s|une\s|the\s|an?\s)/iu

/**
 * Whether a bold text names something on a screen, as against one that stresses or leads in. It does when it is written
 * the way interfaces write (a capital, a digit or a sign first), unless it is the whole sentence, ends as a sentence
 * ends, or leads in: `**REMARQUE :** …`, `**REMARQUE** : …`. In lower case it does only after the name of a control or
 * an action on one: `le champ **ref**`.
 */
export function isLabel(bold: string, { before, after, isInExplanations }: BoldContext): boolean {
  const text = bold.trim()
  const endsInColon = /[:：]$/.test(text)
  if (endsInColon && isLeadIn(text)) return false
  if (before.trim() === '') {
    if (after.trim() === '' || endsInColon) return false
    if (/^\s*[:：]/.test(after) && isLeadIn(text)) return false
    if (explainsTerm(text, after) || (isInExplanations === true && isTerm(text, after))) return false
  }
  if (endsSentence(text)) return false
  if (!/^\p{Ll}/u.test(text)) return true
  if (article.test(text)) return false
  return /^\p{Ll}+\p{Lu}|^\p{L}$/u.test(text) || thing.test(before) || action.test(before)
}

/** A text of three words or more that ends with a full stop or an exclamation mark. */
function endsSentence(text: string): boolean {
  return /[\p{L}\p{N})»”"]\s?[.!]$/u.test(text) && text.split(/\s+/).length > 2
}
