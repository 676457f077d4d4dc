import type { Pattern, Syntax } from '../../model.ts'
import type { Inline, InlineCode } from '../../syntax/inlines/inline.ts'
import { inlinesOf } from '../../syntax/inlines/inlines-of.ts'
import { attributeNames } from '../shape/attribute-names.ts'
import { applyEdits } from '../write/apply-edits.ts'

/** Without one of these a text has no codes. */
const special = /[&*<[\\_`~{@/$:\n]|www\./i

/**
 * The codes of a fragment for law 3, each as it is written but for the texts in it (alt texts, titles): of emphasis and
 * bold only how many there are, labels among them, for a label may be shown in another language.
 *
 * @param source the pattern of the source that the fragment is a translation of
 */
export function codeInventory(fragment: string, syntax: Syntax, source: Pattern): readonly string[] {
  if (syntax === 'text' || !special.test(fragment)) return []
  const attributes = attributeNames(source)
  return inlinesOf(fragment, syntax, { source, attributes }).flatMap(item => tokenOf(fragment, item))
}

function tokenOf(fragment: string, item: Inline): readonly string[] {
  if (item.type !== 'code') return []
  switch (item.kind) {
    case 'emphasis':
      return item.form === 'open' ? ['*…*'] : []
    case 'strong':
      return item.form === 'open' ? ['**…**'] : []
    case 'delete':
      return item.form === 'open' ? ['~~…~~'] : []
    case 'break':
      return ['a line break']
    case 'link':
      return item.form === 'open'
        ? []
        : [item.form === 'close' ? `[…${markup(fragment, item)}` : markup(fragment, item)]
    default:
      return [markup(fragment, item)]
  }
}

function markup(fragment: string, { start, end, holes }: InlineCode): string {
  const edits = holes.map(hole => ({ start: hole.start - start, end: hole.end - start, text: '' }))
  return applyEdits(fragment.slice(start, end), edits).replace(/\s+/g, ' ')
}
