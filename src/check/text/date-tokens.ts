import type { Locale } from '../../model.ts'

/** A date of a text. `day` and `month` may be either way round where only digits tell. */
export interface DateToken {
  readonly raw: string
  /** `12 5 2024`: the smaller of day and month first, the year if there is one. */
  readonly value: string
  readonly start: number
  readonly end: number
}

const digits = /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d])/g
const iso = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g

const byMonthName = new Map<Locale, { readonly pattern: RegExp; readonly months: readonly string[] }>()

function monthNames(locale: Locale) {
  const known = byMonthName.get(locale)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' })
  const months = Array.from(
    { length: 12 },
    (_, month) =>
      format
        .formatToParts(Date.UTC(2024, month, 15))
        .find(({ type }) => type === 'month')
        ?.value.toLowerCase() ?? '',
  )
  const names = months.map(name => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(\\d{1,2})(?:er|st|nd|rd|th|\\.)?(?:\\s|\\u00a0)+(?:of\\s+|de\\s+)?(${names})|(${names})(?:\\s|\\u00a0)+(\\d{1,2})(?:st|nd|rd|th)?)(?:,?(?:\\s|\\u00a0)+(\\d{4}))?(?![\\p{L}\\p{N}])`,
    'giu',
  )
  const made = { pattern, months }
  byMonthName.set(locale, made)
  return made
}

/** The dates of a plain text in its language: `12/05/2024`, `2024-05-12`, `12 mai 2024`, `May 12, 2024`. */
export function dateTokens(text: string, locale: Locale): readonly DateToken[] {
  if (!/\d/.test(text)) return []
  const { pattern, months } = monthNames(locale)
  const token = (
    match: RegExpMatchArray,
    day: string,
    month: number,
    year: string | undefined,
  ): DateToken => {
    const [first, second] = [Number(day), month].sort((a, b) => a - b)
    const start = match.index ?? 0
    const value = [first, second, ...(year === undefined ? [] : [year])].join(' ')
    return { raw: match[0], value, start, end: start + match[0].length }
  }
  return [
    ...[...text.matchAll(digits)].map(match => token(match, match[1] ?? '', Number(match[3]), match[4])),
    ...[...text.matchAll(iso)].map(match => token(match, match[3] ?? '', Number(match[2]), match[1])),
    ...[...text.matchAll(pattern)].map(match => {
      const name = (match[2] ?? match[3] ?? '').toLowerCase()
      return token(match, match[1] ?? match[4] ?? '', months.indexOf(name) + 1, match[5])
    }),
  ]
}
