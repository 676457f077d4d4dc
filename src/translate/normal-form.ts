import type { Pattern } from '../model.ts'

/** Spaces that French typography uses before punctuation or in numbers: NBSP, narrow NBSP, thin and figure space. */
const spaces = /[\s\u00a0\u202f\u2009\u2007]+/g

/**
 * What a source is matched by: its text and codes with everything evened out that does not change the meaning.
 * White space is one plain space, or none before `: ; ! ? »` and after `«`; apostrophes are straight; text is NFC.
 * Codes count with their literals. Sources of equal normal form are one source to the memory, whatever their syntax.
 */
export function normalForm(pattern: Pattern): string {
  let form = ''
  for (const item of pattern) {
    form += typeof item === 'string' ? item : `\u0001${item.form.charAt(0)}${item.literal}\u0002`
  }
  return form
    .normalize('NFC')
    .replace(/[’ʼ]/g, "'")
    .replace(spaces, ' ')
    .replace(/ (?=[:;!?»])/g, '')
    .replace(/« /g, '«')
    .trim()
}
