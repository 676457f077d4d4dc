/** https://yaml.org/spec/1.2.2/#57-escaped-characters */
const named: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\u001B': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\u0085': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
}

/** What must be escaped: quotation marks, backslashes, line ends, and what YAML doesn't count as printable. */
const unsafe = /["\\]|[^\t\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** An escape that stands for a character which needs none: how the page prefers to write it. */
const chosen = /\\(?:\\|_|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4})/g

/**
 * `value` in double quotes, on one line. Characters that the page wrote as escapes (`\_` for a no-break space) are
 * written so again.
 *
 * @param raw the scalar as the page has it
 */
export function doubleQuotedYaml(value: string, raw: string): string {
  let body = value.replace(unsafe, escaped)
  if (!raw.startsWith('"')) return `"${body}"`
  const written = new Map<string, string>()
  for (const [spelling] of raw.matchAll(chosen)) {
    const character =
      spelling === '\\_' ? '\u00A0' : String.fromCharCode(Number.parseInt(spelling.slice(2), 16))
    if (character > '\u007F' && !unsafe.test(character)) written.set(character, spelling)
    unsafe.lastIndex = 0
  }
  for (const [character, spelling] of written) body = body.replaceAll(character, spelling)
  return `"${body}"`
}

function escaped(character: string): string {
  const name = named[character]
  if (name !== undefined) return name
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`
}
