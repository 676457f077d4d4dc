import type { Locale, Pattern } from '../model.ts'
import { flatten, unflatten } from './typography/flat-pattern.ts'
import { loosenSpaces } from './typography/loosen-spaces.ts'
import { padGuillemets } from './typography/pad-guillemets.ts'
import { setQuotes } from './typography/set-quotes.ts'
import { spaceMarks } from './typography/space-marks.ts'
import { typographicHabits } from './typography/typographic-habits.ts'

/**
 * A translation with the target's habits of spacing and quotation instead of the source's: `« Oui » : allez-y !` in
 * English is `“Oui”: allez-y!`. Texts alone change, across codes where need be (`**Note** :`), never a code. Applied
 * twice it gives the same as applied once. A locale that the table of habits doesn't know leaves the pattern as it is.
 */
export function applyTypography(pattern: Pattern, source: Locale, target: Locale): Pattern {
  const from = typographicHabits(source)
  const to = typographicHabits(target)
  if (from === undefined || to === undefined || from === to) return pattern
  const flat = flatten(pattern)
  const quoted = setQuotes(from.space !== '' && to.space === '' ? padGuillemets(flat, '') : flat, from, to)
  const spaced = spaceMarks(to.space === '' ? quoted : padGuillemets(quoted, to.space), from, to)
  return unflatten(from.space !== '' && to.space === '' ? loosenSpaces(spaced) : spaced)
}
