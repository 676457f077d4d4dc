import type { Pattern } from '../model.ts'

/** Spaces that French typography uses before punctuation or in numbers: NBSP, narrow NBSP, thin and figure space. */
const spaces = /[\s\u00a0\u202f\u2009\u2007]+/g

/**
 * What a source is matched by: its text and its codes as written, with everything evened out that does not change the
 * meaning. White space is one plain space, or none before `: ; ! ? »` and after `«`; apostrophes are straight; text is
 * NFC. Sources of equal normal form are one source to the memory, whatever their syntax and place: whether bold text is
 * a label or stresses is told from its surroundings, so that it makes no difference here.
 */
export function normalForm(pattern: Pattern): string {
  return pattern
    .map(item => (typeof item === 'string' ? item : item.literal))
    .join('')
    .normalize('NFC')
    .replace(/[’ʼ]/g, "'")
    .replace(spaces, ' ')
    .replace(/ (?=[:;!?»])/g, '')
    .replace(/« /g, '«')
    .trim()
}
