import type { Locale, Segment, Skeleton } from '../model.ts'
import { segmentsOf } from '../syntax/segments-of.ts'
import { alignPages, type PageAlignment, type SegmentBead, type TranslationFit } from './align-pages.ts'
import { patternText } from './pattern-text.ts'

/** Tells a text's language among those asked for; undefined for a text too short to tell. */
export type LanguageTest = (text: string) => Locale | undefined

export interface LearnOptions {
  readonly source: Locale
  readonly target: Locale
  readonly languageOf?: LanguageTest
  readonly judge?: TranslationFit
}

/** A pair that a person should look at before anything is learned from it. */
interface DoubtfulBead extends SegmentBead {
  readonly reason: 'score' | 'source-language' | 'target-language'
}

export interface LearnedPage {
  /** Pairs sure enough to enter the memory. */
  readonly confident: readonly SegmentBead[]
  readonly doubtful: readonly DoubtfulBead[]
  readonly sourceOnly: readonly number[]
  readonly targetOnly: readonly number[]
  /**
   * For a page of the same shape: its text by source segment, parallel to `segmentsOf(source)`, as it stands in the
   * target page. Where one sentence became two, both are there; where two became one, the second is ''. It fills the
   * catalogue once the caller has checked that it gives the target page back, byte for byte.
   */
  readonly targets?: readonly (string | undefined)[]
}

/** Texts of so many words that are equal in two languages are no translation of each other. */
const EQUAL_WORDS = 4
/** Pairs scored less are doubtful. */
const SURE = 45

/**
 * Learns from a page that exists in two languages: aligns it, and parts what is sure from what is not. A text in the
 * wrong language (notes left in English, a page never translated) is never sure.
 */
export function learnPage(source: Skeleton, target: Skeleton, options: LearnOptions): LearnedPage {
  const alignment = alignPages(source, target, options.judge)
  const left = segmentsOf(source)
  const right = segmentsOf(target)
  const confident: SegmentBead[] = []
  const doubtful: DoubtfulBead[] = []
  for (const bead of alignment.beads) {
    const reason = doubt(bead, left, right, options)
    if (reason === undefined) confident.push(bead)
    else doubtful.push({ ...bead, reason })
  }
  const { sourceOnly, targetOnly, sameShape } = alignment
  const targets = sameShape ? targetsOf(alignment, left, right) : undefined
  return { confident, doubtful, sourceOnly, targetOnly, ...(targets === undefined ? {} : { targets }) }
}

function doubt(
  bead: SegmentBead,
  left: readonly Segment[],
  right: readonly Segment[],
  { source, target, languageOf }: LearnOptions,
): DoubtfulBead['reason'] | undefined {
  const sourceText = bead.source.map(i => patternText(left[i]?.pattern ?? [])).join(' ')
  const targetText = bead.target.map(i => patternText(right[i]?.pattern ?? [])).join(' ')
  if (sourceText !== targetText) {
    if (isOther(languageOf?.(sourceText), source)) return 'source-language'
    if (isOther(languageOf?.(targetText), target)) return 'target-language'
  } else if (isSentence(targetText)) {
    // Equal words are names and titles that both languages write alike; a sentence was left untranslated.
    return isOther(languageOf?.(targetText), target) ? 'target-language' : 'source-language'
  }
  return bead.score < SURE ? 'score' : undefined
}

function isSentence(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= EQUAL_WORDS
}

function isOther(language: Locale | undefined, expected: Locale): boolean {
  return language !== undefined && language !== expected.split('-')[0]
}

/** The target page's text by source segment; undefined when a target sentence would be lost. */
function targetsOf(
  { beads, targetOnly }: PageAlignment,
  left: readonly Segment[],
  right: readonly Segment[],
): readonly (string | undefined)[] | undefined {
  if (targetOnly.length > 0) return undefined
  const targets: (string | undefined)[] = left.map(() => undefined)
  for (const { source, target } of beads) {
    const text = target.map(i => right[i]?.fragment ?? '').join(' ')
    source.forEach((segment, i) => {
      targets[segment] = i === 0 ? text : ''
    })
  }
  return targets.includes(undefined) ? undefined : targets
}
