import type { Origin, Pattern, Role, State, Syntax } from '../model.ts'
import { parseFragment } from '../syntax/fragments/parse-fragment.ts'
import { isTestEngine } from './is-test-engine.ts'
import { normalForm } from './normal-form.ts'

/** Where a source stands. All texts are source fragments; empty where there is none. */
export interface MemoryContext {
  readonly role: Role
  /** The nearest heading above. */
  readonly heading: string
  /** The segment before and the one after in the same page. */
  readonly before: string
  readonly after: string
}

export interface MemoryPair {
  readonly source: string
  readonly target: string
  /** How both fragments are written. */
  readonly syntax: Syntax
  readonly state: State
  readonly origin?: Origin
  readonly context: MemoryContext
}

interface MemoryQuery {
  readonly fragment: string
  readonly pattern: Pattern
  readonly context: MemoryContext
}

export interface MemoryMatch {
  readonly target: string
  readonly syntax: Syntax
  readonly state: State
  /** `context`: equal in equal surroundings; `exact`: equal; `normalised`: equal but for spaces and apostrophes. */
  readonly match: 'context' | 'exact' | 'normalised'
  /** 100 for an equal source, 99 for a normalised one. */
  readonly score: number
}

/** The translation memory of one pair of locales. */
export interface Memory {
  /** Enters a pair. Pairs that prove nothing (no translation, or a test engine's) are passed over. */
  add(pair: MemoryPair): void
  /**
   * The best match whose target `accept` takes, of those whose source equals the query's but for white space and
   * apostrophes. The state decides first (final, reviewed, translated), then how much of the context is equal, then
   * whether the source is equal to the letter, then how often the pair was entered, then the order of the text: the
   * order in which pairs were entered never matters.
   */
  lookup(query: MemoryQuery, accept?: (match: MemoryMatch) => boolean): MemoryMatch | undefined
  /** Distinct (source, target) pairs. */
  readonly size: number
}

/** One target of one source. */
interface Variant {
  readonly target: string
  readonly syntax: Syntax
  state: State
  count: number
  readonly sources: Set<string>
  /** Hashes of the contexts it was seen in, by their joined text: replicated pages add none. */
  readonly contexts: Map<string, ContextHash>
}

interface ContextHash {
  readonly role: Role
  readonly heading: number
  readonly before: number
  readonly after: number
}

interface Candidate {
  readonly variant: Variant
  readonly context: number
  readonly exact: boolean
}

const rankOfState: Record<State, number> = { initial: 0, translated: 1, reviewed: 2, final: 3 }

/** An empty memory. Its size grows with distinct pairs and contexts, not with the number of pages. */
export function createMemory(): Memory {
  const byNormalForm = new Map<string, Variant[]>()
  const bySource = new Map<string, Variant[]>()
  let size = 0

  function variantsOf(pair: MemoryPair): Variant[] {
    const sourceKey = `${pair.syntax}\n${pair.source}`
    let variants = bySource.get(sourceKey)
    if (variants !== undefined) return variants
    const form = normalForm(parseFragment(pair.source, pair.syntax))
    variants = byNormalForm.get(form) ?? []
    byNormalForm.set(form, variants)
    bySource.set(sourceKey, variants)
    return variants
  }

  return {
    add(pair) {
      if (pair.state === 'initial' || pair.target === '' || isTestEngine(pair.origin)) return
      const variants = variantsOf(pair)
      let variant = variants.find(({ target, syntax }) => target === pair.target && syntax === pair.syntax)
      if (variant === undefined) {
        variant = {
          target: pair.target,
          syntax: pair.syntax,
          state: pair.state,
          count: 0,
          sources: new Set(),
          contexts: new Map(),
        }
        variants.push(variant)
        size++
      }
      if (rankOfState[pair.state] > rankOfState[variant.state]) variant.state = pair.state
      variant.count++
      variant.sources.add(pair.source)
      const hash = hashContext(pair.context)
      variant.contexts.set(`${hash.role} ${hash.heading} ${hash.before} ${hash.after}`, hash)
    },

    lookup(query, accept) {
      const variants = byNormalForm.get(normalForm(query.pattern))
      if (variants === undefined) return undefined
      const asked = hashContext(query.context)
      const candidates = variants
        .map(variant => rate(variant, asked, query.fragment))
        .sort(compareCandidates)
        .map(toMatch)
      return accept === undefined ? candidates[0] : candidates.find(accept)
    },

    get size() {
      return size
    },
  }
}

function rate(variant: Variant, asked: ContextHash, fragment: string): Candidate {
  let context = 0
  for (const seen of variant.contexts.values()) context = Math.max(context, agreement(seen, asked))
  return { variant, context, exact: variant.sources.has(fragment) }
}

/** 0 to 6: each neighbour weighs as much as heading and role together. */
function agreement(seen: ContextHash, asked: ContextHash): number {
  return (
    (seen.before === asked.before ? 2 : 0) +
    (seen.after === asked.after ? 2 : 0) +
    (seen.heading === asked.heading ? 1 : 0) +
    (seen.role === asked.role ? 1 : 0)
  )
}

/** Both neighbours equal, or one of them with the same role under the same heading. */
const inContext = 4

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    rankOfState[b.variant.state] - rankOfState[a.variant.state] ||
    b.context - a.context ||
    Number(b.exact) - Number(a.exact) ||
    b.variant.count - a.variant.count ||
    compareText(a.variant.target, b.variant.target) ||
    compareText(a.variant.syntax, b.variant.syntax)
  )
}

/** By code units: the same order on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

function toMatch({ variant, context, exact }: Candidate): MemoryMatch {
  const { target, syntax, state } = variant
  if (!exact) return { target, syntax, state, match: 'normalised', score: 99 }
  return { target, syntax, state, match: context >= inContext ? 'context' : 'exact', score: 100 }
}

function hashContext({ role, heading, before, after }: MemoryContext): ContextHash {
  return { role, heading: hash(heading), before: hash(before), after: hash(after) }
}

/** FNV-1a over code units, 32 bits. A collision only mistakes one neighbour for another when matches are ranked. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}
