/** Whether a key has the form of those that segments get; any other is a person's own. */
export function isSegmentKey(key: string): boolean {
  return /^[A-Za-z]+\.[a-z2-7]{10}(?:~\d+)?$/.test(key)
}
