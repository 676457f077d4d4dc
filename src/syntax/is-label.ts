/** Where a bold text stands in its sentence. Texts are decoded; U+FFFC stands for other markup. */
export interface BoldContext {
  /** The end of what comes before it, empty at the sentence's start. */
  readonly before: string
  /** The beginning of what comes after it, empty at the sentence's end. */
  readonly after: string
}

/** What a text that leads in begins with, in the languages that guides are written in. */
const leadIn =
  /^(?:nota|note|n\.?b\.?|remarques?|attention|important|avertissement|astuces?|conseils?|infos?|informations?|exemples?|optionnel|facultatif|rappel|faq|voir aussi|pré-?requis|warning|caution|danger|tips?|hints?|examples?|optional|reminder|related|see also|prerequisites?)(?![\p{L}\p{N}])/iu

/** What names a thing on a screen: a lower-case text after it is what that thing is called. */
const thing =
  /(?:^|[\s'’])(?:champs?|boutons?|onglets?|colonnes?|menus?|options?|cases?|icônes?|touches?|listes?|section|page|statuts?|valeurs?|fields?|buttons?|tabs?|columns?|options?|icons?|keys?|statuse?s?|values?)\s*$/iu
/** What one does to a thing on a screen, with no article after it. */
const action =
  /(?:^|[\s'’])(?:sélectionnez|choisissez|cliquez sur|cochez|décochez|saisissez|tapez|appuyez sur|select|choose|click|click on|tick|check|type|press|enter)\s*$/iu
const article = /^(?:l['’]|les?\s|la\s|des?\s|un\s|une\s|the\s|an?\s)/iu

/**
 * A colon and the beginning of a sentence about what comes before it, as in a list of features: `**Recettes** : vous
 * pouvez …`. After the name of a field there is a noun: `**HEURE** : date et heure de la commande`.
 */
const explanation =
  /^\s*[:：]\s*(?:vous|nous|on|ils?|elles?|c['’]est|ce(?:t|tte|s|lui|lle|ux)?|votre|vos|s['’]ils?|si|quand|lorsqu\p{L}*|grâce|you|we|they|it|this|these|your|if|when|\p{L}+ez)(?!\p{L})/iu
/** A command or a heading in capitals: what is written on buttons and columns. */
const screenText = /^\p{Lu}\p{Ll}+(?:er|ir|dre)(?!\p{L})|^[^\p{Ll}]+$/u

/**
 * Whether a bold text names something on a screen, as against one that stresses or leads in. It does when it is written
 * the way interfaces write (a capital, a digit or a sign first), unless it is the whole sentence, ends as a sentence
 * ends, or leads in: `**REMARQUE :** …`, `**REMARQUE** : …`. In lower case it does only after the name of a control or
 * an action on one: `le champ **ref**`.
 */
export function isLabel(bold: string, { before, after }: BoldContext): boolean {
  const text = bold.trim()
  const endsInColon = /[:：]$/.test(text)
  if (endsInColon && leadIn.test(text)) return false
  if (before.trim() === '' && (after.trim() === '' || endsInColon || leadsIn(text, after))) return false
  if (endsSentence(text)) return false
  if (!/^\p{Ll}/u.test(text)) return true
  if (article.test(text)) return false
  return /^\p{Ll}+\p{Lu}|^\p{L}$/u.test(text) || thing.test(before) || action.test(before)
}

/** Whether a text at the start of a sentence, with a colon after it, is what the sentence is about. */
function leadsIn(text: string, after: string): boolean {
  if (!/^\s*[:：]/.test(after)) return false
  return leadIn.test(text) || (!screenText.test(text) && explanation.test(after))
}

/** A text of three words or more that ends with a full stop or an exclamation mark. */
function endsSentence(text: string): boolean {
  return /[\p{L}\p{N})»”"]\s?[.!]$/u.test(text) && text.split(/\s+/).length > 2
}
