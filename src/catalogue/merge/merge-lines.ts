import type { KeyedLines } from './keyed-lines.ts'

/** One place of a merged file; `conflict` where both sides changed a line, each in another way. */
export type MergedLine =
  | { readonly type: 'line'; readonly raw: string }
  | { readonly type: 'conflict'; readonly ours: string; readonly theirs: string }

/** What two different changes of one line come to; undefined: a person must say. */
export type ResolveLine = (base: string | undefined, ours: string, theirs: string) => string | undefined

/**
 * Merges three versions of a catalogue file key by key. What one side changed is taken; what one side removed and the
 * other changed stays, so that nobody's text is lost. The order is ours; what only they have follows the line that it
 * follows in theirs.
 */
export function mergeLines(
  base: KeyedLines,
  ours: KeyedLines,
  theirs: KeyedLines,
  resolve: ResolveLine,
): readonly MergedLine[] {
  return mergedOrder(ours, theirs).flatMap((key): readonly MergedLine[] => {
    const [before, own, other] = [base.get(key), ours.get(key), theirs.get(key)]
    if (own === other || other === before) return lineOf(own)
    if (own === before) return lineOf(other)
    if (own === undefined || other === undefined) return lineOf(own ?? other)
    const resolved = resolve(before, own, other)
    return resolved === undefined ? [{ type: 'conflict', ours: own, theirs: other }] : lineOf(resolved)
  })
}

function lineOf(raw: string | undefined): readonly MergedLine[] {
  return raw === undefined ? [] : [{ type: 'line', raw }]
}

/** All keys of both sides: ours in our order, each of the others after the one that it follows in theirs. */
function mergedOrder(ours: KeyedLines, theirs: KeyedLines): readonly string[] {
  const followers = new Map<string | undefined, string[]>()
  let last: string | undefined
  for (const key of theirs.keys()) {
    if (ours.has(key)) {
      last = key
      continue
    }
    const list = followers.get(last) ?? []
    followers.set(last, list)
    list.push(key)
  }
  const following = (key: string | undefined) => followers.get(key) ?? []
  return [...following(undefined), ...[...ours.keys()].flatMap(key => [key, ...following(key)])]
}
