import type { Check } from '../check.ts'
import { plainText } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

/** A translation that is its source, word for word, and has words enough to be a sentence. */
export const checkSameAsSource: Check = function* (page, tools) {
  for (const pair of page.pairs) {
    if (fragmentsOf(pair.source) !== fragmentsOf(pair.target)) continue
    const names = new Set(tools.findNames(pair.sourcePattern).flatMap(name => name.split(/\s+/)))
    const words = plainText(pair.sourcePattern)
      .split(/[\s\u00a0\u202f]+/)
      .filter(word => /^\p{Ll}/u.test(word.replace(/^\P{L}+/u, '')) && !names.has(word))
    const isText =
      words.length >= 3 || tools.languageOf(plainText(pair.sourcePattern)) === languageOf(page.locales.source)
    if (words.length === 0 || !isText) continue
    yield targetFinding(
      'same-as-source',
      pair,
      'The translation is the same as the source. Translate it, or confirm it with a suppression that gives the reason.',
    )
  }
}

function fragmentsOf(segments: readonly { readonly segment: { readonly fragment: string } }[]): string {
  return segments.map(({ segment }) => segment.fragment).join(' ')
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale
}
