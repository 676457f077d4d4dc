import type { Locale, Pattern } from '../../../model.ts'
import type { Truecaser } from '../statistics/truecaser.ts'
import { bindSource, foldWord } from '../tokens/bind-source.ts'
import { bindTarget, type TargetToken } from '../tokens/bind-target.ts'
import type { BoundToken } from '../tokens/bound-text.ts'
import type { DraftToken } from '../tokens/draft-token.ts'
import { tokenisePattern } from '../tokens/tokenise-pattern.ts'

/** A pair to learn from: two patterns that say the same. */
export interface PatternPair {
  readonly source: Pattern
  readonly target: Pattern
  /** How often the pair counts; a pair that a person reviewed counts more. 1 when absent. */
  readonly weight?: number
}

/** A pair with its slots bound. */
export interface PreparedPair {
  readonly source: readonly BoundToken[]
  readonly target: readonly TargetToken[]
  readonly links: readonly (readonly [number, number])[]
  readonly weight: number
  readonly origin: PatternPair
}

/** How words of the source were written: what tells a name from a word at the start of a sentence. */
export interface NameCounts {
  /** Occurrences in lower case, by lower-case form. */
  readonly lower: Map<string, number>
  /** Occurrences as a name that both sides have, by surface. */
  readonly named: Map<string, number>
}

export function createNameCounts(): NameCounts {
  return { lower: new Map(), named: new Map() }
}

/** Longer sentences teach little and align badly. */
const MAX_TOKENS = 100

/**
 * Tokenises pairs, finds the names that both sides have, and binds slots.
 *
 * @param truecaser has learned the target language's usual spellings
 * @param names counts to add to; those already there help to tell names from words
 */
export function preparePairs(
  pairs: readonly PatternPair[],
  locales: { readonly source: Locale; readonly target: Locale },
  truecaser: Truecaser,
  names: NameCounts,
): readonly PreparedPair[] {
  const tokenised = pairs
    .map(pair => ({
      source: tokenisePattern(pair.source, locales.source).tokens,
      target: tokenisePattern(pair.target, locales.target).tokens,
      origin: pair,
    }))
    .filter(({ source, target }) => isTeachable(source, target))
  for (const { source } of tokenised) {
    for (const token of source) {
      if (token.code === undefined && /^\p{Ll}/u.test(token.surface)) {
        const form = foldWord(token.surface)
        names.lower.set(form, (names.lower.get(form) ?? 0) + 1)
      }
    }
  }
  return tokenised.map(({ source, target, origin }) => {
    const there = new Set(target.map(token => (token.code === undefined ? token.surface : '')))
    const bound = bindSource(source, token => there.has(token.surface) && isNameLike(token, names))
    const spellings = truecaser.truecase(target)
    const first = bindTarget(target, spellings, bound)
    const split = splitUnmatched(source, first.source, there, names)
    const result = split === undefined ? first : bindTarget(target, spellings, split)
    for (const token of result.source) {
      if (token.slot?.kind === 'name')
        names.named.set(token.surface, (names.named.get(token.surface) ?? 0) + 1)
    }
    return {
      source: result.source,
      target: result.target,
      links: result.links,
      weight: origin.weight ?? 1,
      origin,
    }
  })
}

function isTeachable(source: readonly DraftToken[], target: readonly DraftToken[]): boolean {
  if (source.length === 0 || target.length === 0) return false
  if (source.length > MAX_TOKENS || target.length > MAX_TOKENS) return false
  const ratio = source.length / target.length
  return (ratio < 4 && ratio > 0.25) || Math.abs(source.length - target.length) < 4
}

function isNameLike(token: DraftToken, names: NameCounts): boolean {
  const lower = names.lower.get(foldWord(token.surface)) ?? 0
  return lower === 0 || lower < 0.2 * (names.named.get(token.surface) ?? 0)
}

/** A run of names that the target doesn't have as a whole is bound name by name. */
function splitUnmatched(
  tokens: readonly DraftToken[],
  bound: readonly BoundToken[],
  there: ReadonlySet<string>,
  names: NameCounts,
): readonly BoundToken[] | undefined {
  if (!bound.some(token => token.slot === undefined && token.to - token.from > 1)) return undefined
  return bound.flatMap(token => {
    if (token.slot !== undefined || token.to - token.from === 1) return [token]
    return tokens.slice(token.from, token.to).flatMap((part, i) =>
      bindSource([part], () => there.has(part.surface) && isNameLike(part, names)).map(single => ({
        ...single,
        from: token.from + i,
        to: token.from + i + 1,
      })),
    )
  })
}
