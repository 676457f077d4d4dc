import type { Check } from '../check.ts'
import { codeMark } from '../text/plain-text.ts'
import { targetFinding } from '../text/target-finding.ts'

/**
 * Words that APA title case leaves in lower case: articles, and conjunctions and prepositions of three letters or fewer
 * (APA Style, 7th edition, section 6.17).
 */
const minor = new Set(
  'a an the and as but for if nor or so yet at by in of off on per to up via vs de la le les du des'.split(
    ' ',
  ),
)

/**
 * After these verbs a word may be an adverb, which is major, or a preposition, which is not (`Log In`, `Log in to`): either
 * case is right.
 */
const particles = new Set(['in', 'off', 'on', 'up'])
const phrasal = /\b(?:back|check|fill|log|look|opt|pick|plug|set|sign|start|switch|sync|turn)\s+$/i

/** English headings are in title case, as APA has it. */
export const checkTitleCase: Check = function* (page, tools) {
  if (page.locales.target.split('-')[0] !== 'en') return
  for (const placed of page.translated) {
    if (placed.unit.role !== 'heading' && placed.unit.path !== 'title') continue
    const text = placed.segment.pattern
      .map(item => (typeof item === 'string' ? item : item.form === 'standalone' ? codeMark : ''))
      .join('')
    const names = new Set(tools.findNames(placed.segment.pattern).flatMap(name => name.split(/\s+/)))
    const wrong = wrongWord(text, names)
    if (wrong === undefined) continue
    yield targetFinding(
      'style-title-case',
      placed,
      `“${wrong}” breaks title case. Write “${corrected(wrong)}”.`,
      wrong,
    )
  }
}

function wrongWord(text: string, names: ReadonlySet<string>): string | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}\uFFFC][\p{L}\p{M}\p{N}\uFFFC'’.]*/gu)]
  return words.find(([word], index) => {
    if (names.has(word) || /[\p{N}\uFFFC]/u.test(word) || /\p{L}\p{Lu}/u.test(word)) return false
    const before = text.slice(0, words[index]?.index)
    if (particles.has(word.toLowerCase()) && phrasal.test(before)) return false
    const isEdge = index === 0 || index === words.length - 1 || /[:?!.—–]\s*$/u.test(before)
    const isMinor = minor.has(word.toLowerCase())
    // Of a hyphenated word both parts are major, and an abbreviation keeps its letters.
    if (/^\p{Lu}/u.test(word))
      return isMinor && !isEdge && word.length > 1 && /^\p{Lu}\p{Ll}/u.test(word) && !/-$/.test(before)
    return !isMinor || isEdge
  })?.[0]
}

function corrected(word: string): string {
  const [first = '', ...rest] = word
  const isUpper = first !== first.toLowerCase()
  return (isUpper ? first.toLowerCase() : first.toUpperCase()) + rest.join('')
}
