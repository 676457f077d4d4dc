/** A key of the catalogue without the number of its occurrence. */
export function plainKey(key: string): string {
  const mark = key.indexOf('~')
  return mark === -1 ? key : key.slice(0, mark)
}
