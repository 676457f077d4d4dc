/** Words of a fragment: runs of letters, digits and what stands inside words, so that markup counts for nothing. */
export function countWords(fragment: string): number {
  return fragment.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.@/-]*/gu)?.length ?? 0
}
