/** Every white-space character, or how a page may spell it. */
const spaces = /(?:\s|&nbsp;|&#160;|&#xa0;)+/gi

/**
 * A fragment with what typography alone changes evened out: kinds of spaces, spaces that French sets before `: ; ! ? »`
 * and after `«`, the shapes of apostrophes and quotation marks, Unicode's composition. Fragments that are equal so
 * have one translation.
 */
export function evenOut(fragment: string): string {
  return fragment
    .normalize('NFC')
    .replace(/[’ʼ‘]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(spaces, ' ')
    .replace(/ (?=[:;!?»])/g, '')
    .replace(/« /g, '«')
    .trim()
}
