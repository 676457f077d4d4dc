import type { Pattern, Syntax } from '../../model.ts'
import { parseFragment } from '../../syntax/fragments/parse-fragment.ts'
import { withoutInnerTexts } from '../base/without-inner-texts.ts'

/**
 * What a segment says, however its characters are spelt: text decoded, codes as they stand but for the texts inside
 * them, which are segments of their own. Two fragments with equal identity texts are the same to a reader.
 */
export function identityText(pattern: Pattern): string {
  return pattern.map(item => (typeof item === 'string' ? item : withoutInnerTexts(item.literal))).join('')
}

/**
 * The identity text of a fragment of the catalogue.
 *
 * @param beside a pattern that the fragment is a version of: what is a label or a reference there is one here
 */
export function identityTextOf(fragment: string, syntax: Syntax, beside?: Pattern): string {
  if (!maybeSpeltOtherwise.test(fragment)) return fragment
  return identityText(parseFragment(fragment, syntax, beside === undefined ? {} : { source: beside }))
}

/** Escapes, entities, hard breaks, and what may have texts inside: images, links with a title, tags. */
const maybeSpeltOtherwise = /[\\&<\n]|!\[|\]\(/
