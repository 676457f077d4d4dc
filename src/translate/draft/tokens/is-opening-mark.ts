/** Marks and pictures that may stand before the first word of a sentence. */
export function isOpeningMark(surface: string): boolean {
  return /^(?:["'“”«»(*\-–—•]|\p{Extended_Pictographic}|\p{M}|\p{Emoji_Modifier}|\u200d)+$/u.test(surface)
}
