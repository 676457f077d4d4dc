import type { Item, Run } from './sequence.ts'

/** Sentences that one text may hold. */
const maxSentences = 12
/** Characters by which a text that may begin a run is recognised. */
const prefixLength = 12

/** A run of items that count as one, and its text. */
export interface JoinedRun extends Run {
  readonly text: string
}

/**
 * Takes a sequence as runs: several items of a block are one run where the other sequence has their texts as a single
 * item: a target that holds two sentences, or sentences that the other page's language does not part. White space
 * between sentences does not count. A longer run wins over a shorter one.
 */
export function joinRuns(items: readonly Item[], other: readonly Item[]): readonly JoinedRun[] {
  const single = new Set(items.map(identity))
  const wholes = new Map<string, string>()
  const prefixes = new Set<string>()
  for (const item of other) {
    const own = identity(item)
    if (single.has(own)) continue
    wholes.set(own, item.text)
    prefixes.add(own.slice(0, prefixLength))
  }
  const runs: JoinedRun[] = []
  for (let start = 0; start < items.length; ) {
    const item = items[start]
    const own = item === undefined ? '' : identity(item)
    const mayBegin = wholes.size > 0 && startsOne(own, prefixes)
    const run = (mayBegin ? longestRun(items, start, own, wholes) : undefined) ?? {
      start,
      end: start + 1,
      text: item?.text ?? '',
    }
    runs.push(run)
    start = run.end
  }
  return runs
}

/** A first sentence may be shorter than a prefix. */
function startsOne(own: string, prefixes: ReadonlySet<string>): boolean {
  return own.length < prefixLength || prefixes.has(own.slice(0, prefixLength))
}

function longestRun(
  items: readonly Item[],
  start: number,
  first: string,
  wholes: ReadonlyMap<string, string>,
): JoinedRun | undefined {
  let longest: JoinedRun | undefined
  let joined = first
  for (let end = start + 1; end < Math.min(items.length, start + maxSentences); end++) {
    const item = items[end]
    if (item === undefined || item.starts) break
    joined += spaceless(item.text)
    const text = wholes.get(joined)
    if (text !== undefined) longest = { start, end: end + 1, text }
  }
  return longest
}

function identity({ kind, text }: Item): string {
  return `${kind}\n${spaceless(text)}`
}

function spaceless(text: string): string {
  return text.replace(/\s+/g, '')
}
