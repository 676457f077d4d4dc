/** The key that equal segments of a page share: `cell.k3n5q7r2ta` of `cell.k3n5q7r2ta~2`. */
export function baseKey(key: string): string {
  return key.replace(/~\d+$/, '')
}
