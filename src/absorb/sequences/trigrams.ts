/** The trigrams of a text, letter case ignored, as ascending numbers: what two versions of a sentence share. */
export type Trigrams = Int32Array

/**
 * Every three successive characters of ` text `, ten bits each: two trigrams that share all their low bits are not told
 * apart, which is rare and harmless here.
 */
export function trigrams(text: string): Trigrams {
  const padded = ` ${text.toLowerCase()} `
  const found = new Int32Array(Math.max(0, padded.length - 2))
  let window = ((padded.charCodeAt(0) & 0x3ff) << 10) | (padded.charCodeAt(1) & 0x3ff)
  for (let at = 2; at < padded.length; at++) {
    window = ((window << 10) | (padded.charCodeAt(at) & 0x3ff)) & 0x3fffffff
    found[at - 2] = window
  }
  return found.sort()
}
