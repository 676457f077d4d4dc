import type { Inline, InlineCode } from './inline.ts'

/**
 * Pairs the tags of a text. A pair lies within one piece of other markup; a tag without its partner, and an element
 * whose content is not translated, becomes one standalone code.
 */
export function pairTags(items: readonly Inline[]): readonly Inline[] {
  if (!items.some(isUnpaired)) return items
  const partners = partnersIn(items)
  const result: Inline[] = []
  let pair = items.length
  const pairs = new Map<number, number>()
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as Inline
    const partner = partners.get(at)
    if (!isUnpaired(item)) result.push(item)
    else if (partner === undefined) result.push({ ...item, form: 'standalone' })
    else if (item.verbatim && partner > at) {
      const { verbatim: _, ...whole } = item
      result.push({ ...whole, form: 'standalone', end: (items[partner] as Inline).end })
      at = partner
    } else {
      const number = pairs.get(partner) ?? ++pair
      pairs.set(at, number)
      result.push({ ...item, pair: number })
    }
  }
  return result
}

function isUnpaired(item: Inline): item is InlineCode {
  return item.type === 'code' && item.kind === 'tag' && item.form !== 'standalone' && item.pair === 0
}

/** Index of each paired tag's partner, both ways. */
function partnersIn(items: readonly Inline[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>()
  const scopes: Scope[] = [newScope()]
  for (const [at, item] of items.entries()) {
    if (item.type !== 'code' || item.form === 'standalone') continue
    const { form } = item
    if (!isUnpaired(item)) {
      if (form === 'open') scopes.push(newScope())
      else scopes.pop()
      continue
    }
    const scope = scopes.at(-1)
    const name = item.tag?.toLowerCase() ?? ''
    if (scope === undefined) continue
    if (item.form === 'open') {
      scope.tags.push({ at, name })
      scope.counts.set(name, (scope.counts.get(name) ?? 0) + 1)
      continue
    }
    const partner = takePartner(scope, name)
    if (partner === undefined) continue
    partners.set(at, partner)
    partners.set(partner, at)
  }
  return partners
}

/** The open tags of a construct, innermost last, and how many there are of each name. */
interface Scope {
  readonly tags: { readonly at: number; readonly name: string }[]
  readonly counts: Map<string, number>
}

function newScope(): Scope {
  return { tags: [], counts: new Map() }
}

/** Takes the last open tag of the name off the scope, with all tags that were opened after it. */
function takePartner(scope: Scope, name: string): number | undefined {
  if ((scope.counts.get(name) ?? 0) === 0) return undefined
  for (let tag = scope.tags.pop(); tag !== undefined; tag = scope.tags.pop()) {
    scope.counts.set(tag.name, (scope.counts.get(tag.name) ?? 1) - 1)
    if (tag.name === name) return tag.at
  }
  return undefined
}
