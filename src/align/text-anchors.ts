/**
 * What a translation of a text is likely to share with it: numbers and capitalised words as they are, and long
 * words by their first letters, since French and English share much of their vocabulary.
 *
 * @param text plain text of a block or sentence
 * @param add called with each anchor and its weight
 */
export function textAnchors(text: string, add: (anchor: string, weight: number) => void): void {
  for (const [word] of text.matchAll(/\d+(?:[.,]\d+)*|[\p{L}\p{M}]+/gu)) {
    if (/^\d/u.test(word)) {
      add(`#${word.replace(',', '.')}`, 1.5)
    } else if (word.length >= 4) {
      const folded = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
      add(folded.slice(0, 4), 0.6)
    }
  }
}
