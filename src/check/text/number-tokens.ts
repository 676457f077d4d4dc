import type { Locale } from '../../model.ts'

/** Space, no-break space, narrow no-break space, thin space. */
const space = '[ \\u00a0\\u202f\\u2009]'

/** How numbers are written: the first pattern that fits a place counts. */
interface NumberHabits {
  readonly pattern: RegExp
  readonly group: RegExp
  readonly decimal: string
}

const comma: NumberHabits = {
  pattern: new RegExp(
    `(?<![\\p{L}\\d])\\d{1,3}(?:(?:${space}|\\.)\\d{3})+(?:,\\d+)?(?![\\d])|\\d+,\\d+|\\d+\\.\\d+|\\d+`,
    'gu',
  ),
  group: new RegExp(`${space}|\\.`, 'g'),
  decimal: ',',
}

const point: NumberHabits = {
  pattern: /(?<![\p{L}\d])\d{1,3}(?:(?:,|[\u00a0\u202f\u2009])\d{3})+(?:\.\d+)?(?![\d])|\d+\.\d+|\d+/gu,
  group: /[,\u00a0\u202f\u2009]/g,
  decimal: '.',
}

/** A point that groups no thousands, in a language where it does not divide decimals either. */
const versionLike = /^\d+\.(?!\d{3}$)\d+$/

/** Languages that write a decimal point; all others a comma (CLDR 48, `symbols.decimal`). */
const withPoint = new Set(['en', 'zh', 'ja', 'ko', 'he', 'th', 'hi', 'ms', 'mt', 'cy', 'ga'])

/** A number of a text: as written, and as the same number is written in every language. */
export interface NumberToken {
  readonly raw: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/**
 * The numbers of a plain text, as its language writes them: `1 234,56` in French is `1,234.56` in English, and `8.1`, a
 * version, is the same in both. Longer versions and times (`1.2.3`, `14:30`) come out as their parts.
 */
export function numberTokens(text: string, locale: Locale): readonly NumberToken[] {
  const { pattern, group, decimal } = withPoint.has(locale.split('-')[0] ?? '') ? point : comma
  return [...text.matchAll(pattern)].map(match => {
    const raw = match[0]
    const [whole = '', fraction] = raw.split(versionLike.test(raw) ? '.' : decimal)
    const integer = whole.replace(group, '').replace(/^0+(?=\d)/, '')
    // 2,50 € and €2.5 are one price.
    const decimals = fraction?.replace(/0+$/, '') ?? ''
    return {
      raw,
      value: decimals === '' ? integer : `${integer}.${decimals}`,
      start: match.index,
      end: match.index + raw.length,
    }
  })
}
