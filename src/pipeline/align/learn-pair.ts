import { type LanguageTest, type LearnedPage, learnPage } from '../../align/learn-page.ts'
import type { Locale, Segment, Skeleton } from '../../model.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'
import type { PlacedText } from './align-report.ts'
import type { AlignTally } from './align-tally.ts'

/** One language's version of a page. */
export interface PageVersion {
  readonly file: string
  readonly locale: Locale
  readonly skeleton: Skeleton
}

/**
 * Aligns two versions of a page and adds what that came to. Where one of them is in the wrong language altogether,
 * nothing is learned.
 *
 * @returns undefined for such a page
 */
export function learnPair(
  source: PageVersion,
  target: PageVersion,
  languageOf: LanguageTest,
  tally: AlignTally,
): LearnedPage | undefined {
  tally.pages++
  const wrong = [source, target].filter(version => isOtherLanguage(version, languageOf))
  for (const { file, locale } of wrong) {
    const message = `This page reads as another language than ${locale}: nothing was learned from it. Translate it, or take it away.`
    tally.diagnostics.push(pageDiagnostic('align-language', file, message, { locale: target.locale }))
  }
  if (wrong.length > 0) return undefined
  const learned = learnPage(source.skeleton, target.skeleton, {
    source: source.locale,
    target: target.locale,
    languageOf,
  })
  tally.pairs += learned.confident.length
  tally.unpairedSource += learned.sourceOnly.length
  tally.unpairedTarget += learned.targetOnly.length
  const left = segmentsOf(source.skeleton)
  const right = segmentsOf(target.skeleton)
  for (const bead of learned.doubtful) {
    const from = placedText(source.file, left, bead.source)
    const to = placedText(target.file, right, bead.target)
    if (from === undefined || to === undefined) continue
    const { score, reason } = bead
    tally.doubtful.push({ locale: target.locale, source: from, target: to, score, reason })
    const place = `${to.file}:${to.line}:${to.column}`
    tally.diagnostics.push(
      pageDiagnostic('align-doubtful', from.file, `${doubts[reason]} Compare it with ${place}.`, {
        line: from.line,
        column: from.column,
        locale: target.locale,
      }),
    )
  }
  return learned
}

const doubts: Readonly<Record<LearnedPage['doubtful'][number]['reason'], string>> = {
  score: 'It is not certain which sentence translates this one: the pair did not enter the memory.',
  'source-language': 'This reads as another language than the page’s: the pair did not enter the memory.',
  'target-language':
    'What stands for this on the target page reads as another language: the pair did not enter the memory.',
}

function placedText(
  file: string,
  segments: readonly Segment[],
  at: readonly number[],
): PlacedText | undefined {
  const own = at.flatMap(index => segments[index] ?? [])
  const [first] = own
  if (first === undefined) return undefined
  const { line, column } = first.position
  return { file, line, column, text: own.map(({ fragment }) => fragment).join(' ') }
}

/** What is enough text to tell a page's language by, in characters. */
const ENOUGH = 80
const AT_MOST = 4000

function isOtherLanguage({ skeleton, locale }: PageVersion, languageOf: LanguageTest): boolean {
  let text = ''
  for (const { pattern } of segmentsOf(skeleton)) {
    text += `${pattern.filter(item => typeof item === 'string').join('')}\n`
    if (text.length > AT_MOST) break
  }
  if (text.length < ENOUGH) return false
  const language = languageOf(text)
  return language !== undefined && language !== locale.split('-')[0]
}
