import type { Item, Run } from './sequence.ts'

/** Sentences that one text may hold. */
const maxSentences = 12
/** Characters by which a text that may begin a run is recognised. */
const prefixLength = 8

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
  const singles = new Set(items.map(({ text }) => text))
  const wholes = new Map<string, string>()
  const prefixes = new Set<string>()
  for (const { kind, text } of other) {
    if (singles.has(text)) continue
    wholes.set(`${kind}\n${spaceless(text)}`, text)
    prefixes.add(text.slice(0, prefixLength))
  }
  const runs: JoinedRun[] = []
  for (let start = 0; start < items.length; ) {
    const text = items[start]?.text ?? ''
    const mayBegin =
      text.length < prefixLength ? prefixes.size > 0 : prefixes.has(text.slice(0, prefixLength))
    const run = (mayBegin ? longestRun(items, start, wholes) : undefined) ?? { start, end: start + 1, text }
    runs.push(run)
    start = run.end
  }
  return runs
}

function longestRun(
  items: readonly Item[],
  start: number,
  wholes: ReadonlyMap<string, string>,
): JoinedRun | undefined {
  let longest: JoinedRun | undefined
  let joined = `${items[start]?.kind}\n`
  for (let end = start; end < Math.min(items.length, start + maxSentences); end++) {
    const item = items[end]
    if (item === undefined || (end > start && item.starts)) break
    joined += spaceless(item.text)
    const text = end > start ? wholes.get(joined) : undefined
    if (text !== undefined) longest = { start, end: end + 1, text }
  }
  return longest
}

function spaceless(text: string): string {
  return text.replace(/\s+/g, '')
}
