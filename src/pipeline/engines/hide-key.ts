/** A text without a key, in case a service or a library repeats it. */
export function hideKey(text: string, key: string): string {
  return key === '' ? text : text.replaceAll(key, '…').replaceAll(encodeURIComponent(key), '…')
}
