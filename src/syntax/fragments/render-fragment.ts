import type { Pattern, Syntax } from '../../model.ts'
import { chooseDelimiters } from '../rendering/choose-delimiters.ts'
import type { DelimiterChoice } from '../rendering/delimiter-runs.ts'
import { encodeBesideLiterals } from '../rendering/encode-beside-literals.ts'
import { escapeText } from '../rendering/escape-text.ts'
import type { EscapeContext } from './escape-table.ts'
import { repeatedIn } from './repeated-in.ts'
import type { Spellings } from './spellings.ts'
import { tidyPattern } from './tidy-pattern.ts'

const contexts: Readonly<Record<Exclude<Syntax, 'text'>, ReadonlySet<EscapeContext>>> = {
  markdown: new Set(['markdown']),
  mdx: new Set(['markdown', 'mdx']),
  html: new Set(['html']),
}
const inLink: typeof contexts = {
  markdown: new Set(['markdown', 'bracket']),
  mdx: new Set(['markdown', 'mdx', 'bracket']),
  html: contexts.html,
}

/**
 * Writes a pattern as a fragment. Parsing it gives the pattern back, tidied (`tidyPattern`) where Markdown can't write it
 * as it is; the marker of emphasis may be the other one (`__` for `**`) where two would run together. Text stays
 * text: a URL, an email or a variable in it is broken up by escapes.
 *
 * @param spellings how the source of the translation spells characters: `spellingsOf` of it
 */
export function renderFragment(pattern: Pattern, syntax: Syntax, spellings: Spellings = new Map()): string {
  if (syntax === 'text') return pattern.map(item => (typeof item === 'string' ? item : item.literal)).join('')
  const tidy = syntax === 'html' ? pattern : tidyPattern(pattern, spellings)
  const choice = syntax === 'html' ? plainChoice(tidy) : chooseDelimiters(tidy, spellings)
  const written = (index: number): string => {
    const item = tidy[index]
    return typeof item === 'object' ? (choice.literals.get(index) ?? item.literal) : ''
  }
  const isRepeated = repeatedIn(() =>
    tidy.map((item, index) => (typeof item === 'string' ? item : written(index))).join('\n'),
  )
  const pieces: string[] = []
  let links = 0
  for (const [index, item] of tidy.entries()) {
    if (typeof item === 'object') {
      pieces.push(written(index))
      if (item.kind === 'link' && item.form !== 'standalone') links += item.form === 'open' ? 1 : -1
      continue
    }
    pieces.push(
      escapeText({
        text: item,
        before: written(index - 1),
        after: written(index + 1),
        contexts: links > 0 ? inLink[syntax] : contexts[syntax],
        spellings,
        encodesFirst: choice.encodedFirst.has(index),
        encodesLast: choice.encodedLast.has(index),
        isRepeated,
      }),
    )
  }
  return pieces.join('')
}

/** HTML has no delimiters. */
function plainChoice(pattern: Pattern): DelimiterChoice {
  const choice = { literals: new Map(), encodedFirst: new Set<number>(), encodedLast: new Set<number>() }
  encodeBesideLiterals(pattern, choice.encodedFirst, choice.encodedLast)
  return choice
}
