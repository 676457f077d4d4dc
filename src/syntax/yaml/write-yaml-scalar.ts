import type { Place } from '../../model.ts'
import { blockYaml } from './block-yaml.ts'
import { doubleQuotedYaml } from './double-quoted-yaml.ts'
import { isPlainYaml } from './is-plain-yaml.ts'
import { isPrintableYaml } from './is-printable-yaml.ts'
import { jsonString } from './json-string.ts'

/**
 * The source of a scalar of YAML or JSON with a new value, in the style of the old one: plain stays plain as long as it reads as
 * that text, quotes stay of their kind, a block scalar keeps its header and indentation. What the style can't hold is
 * written in double quotes, which hold everything; a folded scalar becomes a literal one first.
 *
 * Reading the result where `raw` stood gives `value`, and everything around it as before.
 *
 * @param raw the scalar as the page has it: quotes or block header included
 */
export function writeYamlScalar(raw: string, value: string, place: Extract<Place, { type: 'yaml' }>): string {
  switch (place.style) {
    case 'plain':
      if (isPrintableYaml(value) && isPlainYaml(value, place.inFlow === true)) return value
      return quoted(value, raw, value.includes("'") && !/["\\]/.test(value))
    case 'single':
      return quoted(value, raw, false)
    case 'double':
      return doubleQuotedYaml(value, raw)
    case 'json':
      return jsonString(value, raw)
    case 'literal':
      return blockYaml(raw, value, place.indent, 'literal') ?? inPlaceOfBlock(raw, value)
    case 'folded':
      return (
        blockYaml(raw, value, place.indent, 'folded') ??
        blockYaml(raw, value, place.indent, 'literal') ??
        inPlaceOfBlock(raw, value)
      )
  }
}

function quoted(value: string, raw: string, preferDouble: boolean): string {
  return preferDouble || !isPrintableYaml(value)
    ? doubleQuotedYaml(value, raw)
    : `'${value.replaceAll("'", "''")}'`
}

/** A block scalar ends with a line end, which what comes in its place needs too; so does the comment of its header. */
function inPlaceOfBlock(raw: string, value: string): string {
  const comment = /^[^\s]+([ \t]+#[^\r\n]*)/.exec(raw)?.[1] ?? ''
  return doubleQuotedYaml(value, raw) + comment + (/\r?\n$/.exec(raw)?.[0] ?? '')
}
