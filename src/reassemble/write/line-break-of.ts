import type { Unit } from '../../model.ts'

/** What a line end within a text of the unit is written as; undefined where lines can't end. */
export function lineBreakOf({ place, raw }: Unit): string | undefined {
  if (place.type === 'flow' || (place.type === 'heading' && place.style === 'setext')) {
    return place.eol + place.prefix
  }
  if (place.type !== 'html') return undefined
  return /(?:\r\n|\n|\r)[ \t>]*/.exec(raw)?.[0]
}
