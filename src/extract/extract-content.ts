import { readValues } from '../syntax/yaml/read-values.ts'
import type { ExtractOptions } from './extract-options.ts'
import type { Extraction } from './extraction.ts'
import type { LineMap } from './line-map.ts'
import { partsOf } from './parts-of.ts'
import { valueParts } from './value-parts.ts'

/**
 * Splits a content file into units and verbatim parts, as a page that is all front matter.
 *
 * @param shift the length of the byte-order mark, which `body` is without
 */
export function extractContent(
  text: string,
  { body, shift, map }: { readonly body: string; readonly shift: number; readonly map: LineMap },
  { file, format, locale, values: rules }: ExtractOptions,
): Extraction {
  const { values, diagnostics } = readValues(body, { file, format, rules, line: 1, offset: 0 })
  const units = valueParts(body, values, { locale, positionOf: map.positionOf, headings: [] })
  const title = values.find(({ path }) => path === 'title')?.value.trim() ?? ''
  return { skeleton: { parts: partsOf(text, units, shift), title }, diagnostics }
}
