/**
 * A text as a JSON string. Where the string that it replaces has no character beyond ASCII but as an escape, or escapes
 * its slashes, so does this one.
 *
 * @param raw the string as the page has it
 */
export function jsonString(value: string, raw: string): string {
  const plain = JSON.stringify(value)
  const isAscii = /\\u[\dA-Fa-f]{4}/.test(raw) && /^[\0-\x7F]*$/.test(raw)
  const isUpper = !/\\u[\dA-F]*[a-f]/.test(raw)
  const safe = isAscii ? plain.replace(/[^\0-\x7F]/g, unit => escaped(unit, isUpper)) : plain
  return /\\\//.test(raw) ? safe.replaceAll('/', '\\/') : safe
}

/** @param unit a UTF-16 unit */
function escaped(unit: string, isUpper: boolean): string {
  const digits = unit.charCodeAt(0).toString(16).padStart(4, '0')
  return `\\u${isUpper ? digits.toUpperCase() : digits}`
}
