import type { Locale } from '../../model.ts'
import { numberTokens } from './number-tokens.ts'

/** Units as they are written, and what is the same in every language. */
const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:€|EUR\b|euros?\b)/i, '€'],
  [/^(?:\$|USD\b|dollars?\b)/i, '$'],
  [/^(?:£|GBP\b|pounds?\b|livres? sterling)/i, '£'],
  [/^(?:%|percent\b|per cent\b|pour cent\b)/i, '%'],
  [/^(?:kio|kib)\b/i, 'KiB'],
  [/^(?:ko|kb)\b/i, 'KB'],
  [/^(?:mo|mb)\b/i, 'MB'],
  [/^(?:go|gb)\b/i, 'GB'],
  [/^(?:To|TB)\b/, 'TB'],
  [/^px\b|^pixels?\b/i, 'px'],
  [/^dpi\b|^ppp\b/i, 'dpi'],
  [/^km\b|^kilom[eè]tres?\b|^kilometers?\b/i, 'km'],
  [/^cm\b/, 'cm'],
  [/^mm\b/, 'mm'],
  [/^kg\b|^kilogram(?:me)?s?\b|^kilos?\b/i, 'kg'],
  [/^(?:ms|millisecondes?|milliseconds?)\b/i, 'ms'],
  [/^(?:min|mn|minutes?|mins)\b/i, 'min'],
  [/^(?:s|sec|secondes?|seconds?|secs)\b/, 's'],
  [/^(?:jours?|days?)\b/i, 'day'],
  [/^(?:semaines?|weeks?)\b/i, 'week'],
  [/^(?:mois|months?)\b/i, 'month'],
  [/^(?:ans?|années?|years?)\b/i, 'year'],
  [/^°C/, '°C'],
  [/^°F/, '°F'],
]

/** A number with its unit: `20 min`, `€5`. */
interface UnitToken {
  readonly raw: string
  readonly number: string
  readonly unit: string
}

/** The numbers of a plain text that have a unit, behind them or (a currency) before them. */
export function unitTokens(text: string, locale: Locale): readonly UnitToken[] {
  return numberTokens(text, locale).flatMap(({ raw, value, start, end }) => {
    const after = /^[\s\u00a0\u202f-]?(.{1,20})/u.exec(text.slice(end, end + 22))?.[1] ?? ''
    const before = /[€$£](?=[\s\u00a0\u202f]?$)/.exec(text.slice(Math.max(0, start - 2), start))?.[0]
    const unit = before ?? units.find(([pattern]) => pattern.test(after))?.[1]
    return unit === undefined ? [] : [{ raw: `${raw} ${unit}`, number: value, unit }]
  })
}
