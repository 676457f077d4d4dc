/** What a text that leads in begins with, in the languages that guides are written in. */
const leadIn =
  /^(?:nota|notes?|n\.?b\.?|remarques?|attention|important|avertissement|astuces?|conseils?|infos?|informations?|exemples?|optionnel|facultatif|rappel|faqs?|voir aussi|pré-?requis|warning|caution|danger|tips?|hints?|examples?|optional|reminder|related|see also|prerequisites?)(?![\p{L}\p{N}])/iu

/** Whether a text is one that leads in wherever it stands: `REMARQUE IMPORTANTE`, `Note:`. */
export function isLeadIn(text: string): boolean {
  return leadIn.test(text)
}
