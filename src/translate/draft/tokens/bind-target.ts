import { bindToken } from './bind-source.ts'
import type { BoundToken, Slot } from './bound-text.ts'
import type { DraftToken } from './draft-token.ts'
import { slotForm } from './slot-kind.ts'

/** Marks that no space stands on this side of the word, as OpenNMT's tokeniser does. */
export const JOINER = '￭'

/** A word of the target text as the models write it. */
export interface TargetToken {
  /** Word in its usual case, with joiners; or a class's word, never with joiners. */
  readonly form: string
  readonly slot?: Slot
}

/**
 * Binds the target side of a pair: a slot's content that the source has too becomes the same class, anything else
 * stays a word. Spacing becomes part of punctuation's forms, so that detokenisation is joining.
 *
 * @param spellings the tokens' usual spellings, in order
 * @param source the bound source side; its slots without a partner are unbound in the returned copy
 */
export function bindTarget(
  tokens: readonly DraftToken[],
  spellings: readonly string[],
  source: readonly BoundToken[],
): {
  source: readonly BoundToken[]
  target: readonly TargetToken[]
  links: readonly (readonly [number, number])[]
} {
  const partner = matchSlots(tokens, source)
  const target: TargetToken[] = []
  const starts: { readonly token: DraftToken; readonly last: DraftToken }[] = []
  const links: [number, number][] = []
  const taken = new Set<number>()
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as DraftToken
    const match = partner.get(i)
    if (match === undefined) {
      target.push({ form: spellings[i] ?? token.surface })
      starts.push({ token, last: token })
      continue
    }
    const slot = bindSlot(tokens, i, match.length, source[match.source] as BoundToken)
    links.push([match.source, target.length])
    taken.add(match.source)
    target.push(slot)
    starts.push({ token, last: tokens[i + match.length - 1] as DraftToken })
    i += match.length - 1
  }
  return {
    source: source.flatMap((bound, i) =>
      bound.slot !== undefined && !taken.has(i) ? [unbound(bound)] : [bound],
    ),
    target: joinForms(target, starts),
    links,
  }
}

function bindSlot(
  tokens: readonly DraftToken[],
  from: number,
  length: number,
  source: BoundToken,
): TargetToken {
  const code = tokens[from]?.code
  const surface = tokens
    .slice(from, from + length)
    .map((token, i) => (i === 0 || token.glued ? '' : ' ') + token.surface)
    .join('')
  const kind = source.slot?.kind ?? 'name'
  return { form: slotForm(kind), slot: { kind, surface, ...(code === undefined ? {} : { code }) } }
}

/** A name or number that its partner text says otherwise is a word like any other. */
function unbound(bound: BoundToken): BoundToken {
  const { slot: _, ...rest } = bound
  return { ...rest, form: bound.surface.toLowerCase() }
}

/** Pairs target tokens with source slots: equal content first, then codes of a class in their order. */
function matchSlots(
  tokens: readonly DraftToken[],
  source: readonly BoundToken[],
): ReadonlyMap<number, { source: number; length: number }> {
  const partner = new Map<number, { source: number; length: number }>()
  const used = new Set<number>()
  const claim = (at: number, length: number, index: number): void => {
    for (let i = at; i < at + length; i++) used.add(i)
    partner.set(at, { source: index, length })
  }
  const open: number[] = []
  source.forEach((bound, index) => {
    if (bound.slot === undefined) return
    const words = bound.slot.code === undefined ? nameWords(bound) : undefined
    const at = tokens.findIndex((_, i) => !used.has(i) && fits(tokens, i, bound, words, used))
    if (at >= 0) claim(at, words?.length ?? 1, index)
    else open.push(index)
  })
  for (const index of open) {
    const bound = source[index] as BoundToken
    if (bound.slot?.code === undefined) continue
    const at = tokens.findIndex(
      (token, i) => !used.has(i) && token.code !== undefined && bindToken(token, i).form === bound.form,
    )
    if (at >= 0) claim(at, 1, index)
  }
  return partner
}

function nameWords(bound: BoundToken): readonly string[] {
  return bound.slot?.kind === 'name' ? bound.surface.split(' ') : [bound.surface]
}

function fits(
  tokens: readonly DraftToken[],
  at: number,
  bound: BoundToken,
  words: readonly string[] | undefined,
  used: ReadonlySet<number>,
): boolean {
  if (words === undefined) {
    const token = tokens[at]
    return (
      token?.code !== undefined && bindToken(token, at).form === bound.form && token.surface === bound.surface
    )
  }
  return words.every((word, i) => {
    const token = tokens[at + i]
    return (
      token !== undefined && token.code === undefined && !used.has(at + i) && sameContent(token.surface, word)
    )
  })
}

function sameContent(target: string, source: string): boolean {
  return target === source || target === source.replace(/(\d),(\d)/gu, '$1.$2')
}

/** Writes the absence of spaces into the forms of punctuation; words glued to words keep it on the second. */
function joinForms(
  target: readonly TargetToken[],
  tokens: readonly { readonly token: DraftToken; readonly last: DraftToken }[],
): readonly TargetToken[] {
  const forms = target.map(token => token.form)
  for (let i = 1; i < target.length; i++) {
    if (tokens[i]?.token.glued !== true) continue
    if (isPunctuation(target[i]) || (!isPunctuation(target[i - 1]) && target[i]?.slot === undefined)) {
      forms[i] = JOINER + forms[i]
    } else if (isPunctuation(target[i - 1])) {
      forms[i - 1] += JOINER
    }
  }
  return target.map((token, i) => ({ ...token, form: forms[i] ?? token.form }))
}

function isPunctuation(token: TargetToken | undefined): boolean {
  return token !== undefined && token.slot === undefined && /^[\p{P}\p{S}]/u.test(token.form)
}
