import type { PageValue } from '../syntax/yaml/read-values.ts'
import type { PlacedUnit, PlacedVerbatim, Surroundings } from './block.ts'
import { frontMatterUnit } from './front-matter-unit.ts'

/**
 * What becomes of each value of a front matter or a content file: a unit, a part that is derived in each locale, or
 * verbatim text like all around it.
 */
export function valueParts(
  body: string,
  values: readonly PageValue[],
  surroundings: Surroundings,
): readonly (PlacedUnit | PlacedVerbatim)[] {
  return values.flatMap(value => valuePart(body, value, surroundings) ?? [])
}

function valuePart(
  body: string,
  value: PageValue,
  surroundings: Surroundings,
): PlacedUnit | PlacedVerbatim | undefined {
  const { start, end, path, action, place } = value
  switch (action) {
    case 'translate':
    case 'markdown':
      return frontMatterUnit(body, value, surroundings)
    case 'keep':
      return undefined
    case 'slug':
    case 'stem':
    case 'link':
      return {
        start,
        end,
        unit: {
          type: 'verbatim',
          raw: body.slice(start, end),
          derived: { path, action, value: value.value, place },
        },
      }
  }
}
