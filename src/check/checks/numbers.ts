import type { Locale, Pattern } from '../../model.ts'
import type { Check } from '../check.ts'
import type { CheckTools } from '../check-tools.ts'
import { eachInventory } from '../each-inventory.ts'
import type { SegmentPair } from '../page-pair.ts'
import { type DateToken, dateTokens } from '../text/date-tokens.ts'
import { describeDifference } from '../text/describe-difference.ts'
import { numberTokens } from '../text/number-tokens.ts'
import { numberWords } from '../text/number-words.ts'
import { plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'
import { unitTokens } from '../text/unit-tokens.ts'

/** Dates, numbers and their units: those of the source, written as the target's language does. */
export const checkNumbers: Check = function* (page, tools) {
  yield* checkDates(page, tools)
  const { source, target } = page.locales
  const numbers = eachInventory(page, (pattern, side) =>
    numbersIn(pattern, side === 'source' ? source : target),
  )
  const changed = new Set<SegmentPair>()
  for (const { pair, missing, added } of numbers) {
    const difference = {
      missing: withoutWords(missing, pair, 'target', target),
      added: withoutWords(added, pair, 'source', source),
    }
    if (difference.missing.length + difference.added.length === 0) continue
    changed.add(pair)
    yield targetFinding(
      'number-changed',
      pair,
      `The translation ${describeDifference(difference)}. Write the numbers of the source.`,
      difference.added[0],
    )
  }
  for (const pair of page.pairs) if (!changed.has(pair)) yield* checkUnits(pair, source, target)
}

const checkDates: Check = function* (page: Parameters<Check>[0], _: CheckTools) {
  const { source, target } = page.locales
  const dates = eachInventory(page, (pattern, side) =>
    dateTokens(plainText(pattern), side === 'source' ? source : target).map(({ value }) => value),
  )
  for (const { pair, missing, added } of dates) {
    const raw = (pattern: Pattern, locale: Locale, values: readonly string[]) =>
      dateTokens(plainText(pattern), locale)
        .filter(({ value }) => values.includes(value))
        .map(token => token.raw)
    const difference = {
      missing: raw(pair.sourcePattern, source, missing),
      added: raw(pair.targetPattern, target, added),
    }
    if (difference.missing.length + difference.added.length === 0) continue
    yield targetFinding(
      'date-changed',
      pair,
      `The translation ${describeDifference(difference)}. Write the dates of the source.`,
      difference.added[0],
    )
  }
}

/** `24h/24`, `7 jours sur 7`: English says `24/7`, one number of each. */
const roundTheClock = /(?<![\p{L}\d])(\d+)\s?\p{L}*\s?(?:\/|sur)\s?\1(?!\d)/gu

function numbersIn(pattern: Pattern, locale: Locale): readonly string[] {
  const text = plainText(pattern)
  const undated = withoutDates(text, dateTokens(text, locale))
  return numberTokens(undated.replace(roundTheClock, '$1'), locale).map(({ value }) => value)
}

function withoutDates(text: string, dates: readonly DateToken[]): string {
  let rest = text
  for (const { start, end } of dates) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  return rest
}

/** Leaves out the numbers that the other side has in words. */
function withoutWords(
  values: readonly string[],
  pair: SegmentPair,
  side: 'source' | 'target',
  locale: Locale,
): readonly string[] {
  if (values.length === 0) return values
  const pattern = side === 'source' ? pair.sourcePattern : pair.targetPattern
  const words = new Set(numberWords(plainText(pattern), locale.split('-')[0] ?? locale))
  return values.filter(value => !words.has(value))
}

function* checkUnits(pair: SegmentPair, source: Locale, target: Locale) {
  const wanted = unitTokens(plainText(pair.sourcePattern), source)
  if (wanted.length === 0) return
  const found = unitTokens(plainText(pair.targetPattern), target)
  for (const { number, unit, raw } of wanted) {
    const same = found.filter(other => other.number === number)
    // A number whose unit is not known to the table is in words of its own.
    if (same.length === 0 || same.some(other => other.unit === unit)) continue
    yield targetFinding(
      'unit-changed',
      pair,
      `The source has “${raw}”, the translation “${same[0]?.raw ?? ''}”. Write the unit of the source.`,
    )
  }
}
