import type { BoundToken, NameTest } from './bound-text.ts'
import type { DraftToken } from './draft-token.ts'
import { slotForm, slotKindOf } from './slot-kind.ts'

const NUMBER = /^\d+(?:[.,:/]\d+)*$/u
const URL = /^https?:\/\/|^[^@\s]+@[^@\s]+\.[^@\s]+$/u

/**
 * Binds what a translation keeps as it is to slots: codes, numbers, URLs, emails, and runs of names as one.
 *
 * @param isName asked for every capitalised word
 */
export function bindSource(tokens: readonly DraftToken[], isName: NameTest): readonly BoundToken[] {
  const bound: BoundToken[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as DraftToken
    let to = i + 1
    if (isPlainName(token, i, isName)) {
      while (to < tokens.length && isPlainName(tokens[to] as DraftToken, to, isName)) to++
      // "Next Order 2": the number that ends a name is part of it only when the caller says so.
      bound.push(nameToken(tokens, i, to))
    } else {
      bound.push(bindToken(token, i))
    }
    i = to - 1
  }
  return bound
}

function isPlainName(token: DraftToken, index: number, isName: NameTest): boolean {
  return token.code === undefined && /\p{Lu}/u.test(token.surface) && isName(token, index)
}

function nameToken(tokens: readonly DraftToken[], from: number, to: number): BoundToken {
  const run = tokens.slice(from, to)
  const surface = run.map((token, i) => (i === 0 || token.glued ? '' : ' ') + token.surface).join('')
  return {
    form: slotForm('name'),
    surface,
    slot: { kind: 'name', surface },
    glued: run[0]?.glued ?? false,
    from,
    to,
  }
}

/** One token: a code, number or URL as a slot, anything else as its lower-case form. */
export function bindToken(token: DraftToken, index: number): BoundToken {
  const place = { surface: token.surface, glued: token.glued, from: index, to: index + 1 }
  if (token.code !== undefined) {
    const kind = slotKindOf(token.code)
    return { ...place, form: slotForm(kind), slot: { kind, surface: token.surface, code: token.code } }
  }
  if (NUMBER.test(token.surface)) {
    return { ...place, form: slotForm('number'), slot: { kind: 'number', surface: token.surface } }
  }
  if (URL.test(token.surface)) {
    return { ...place, form: slotForm('url'), slot: { kind: 'url', surface: token.surface } }
  }
  return { ...place, form: foldWord(token.surface) }
}

/** A source word as the models know it: lower case, plain apostrophe and quotation marks. */
export function foldWord(surface: string): string {
  return surface
    .toLowerCase()
    .replace(/’/gu, "'")
    .replace(/[«»“”]/gu, '"')
}
