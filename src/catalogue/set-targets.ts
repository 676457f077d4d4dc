import type { PageTargets, Segment } from '../model.ts'
import { assignKeys } from './assign-keys.ts'
import { completePage } from './complete-page.ts'
import type { Entry } from './entry.ts'
import { type Layout, layOutEntries } from './lay-out-entries.ts'

/**
 * Gives segments of a page new entries, and the page its order. Equal segments share a key until their targets differ:
 * when the first one's changes, the others keep theirs under keys of their own; when a later one's changes, it gets
 * its own. A change that leaves them equal sets the state of all.
 *
 * @param segments of the page, in page order; the page's entries were carried over to them
 * @param changes new entries, by index into `segments`; without any, the page is put in order
 */
export function setTargets(
  page: PageTargets,
  segments: readonly Pick<Segment, 'key'>[],
  changes: ReadonlyMap<number, Entry>,
): PageTargets {
  const keys = assignKeys(segments, key => page.targets.has(key) || page.states.has(key))
  const current = new Map<string, Entry>()
  const entries = keys.map((key, n) => changes.get(n) ?? entryOf(page, key, current))
  const changed = new Set([...changes.keys()].flatMap(n => segments[n]?.key ?? []))
  if (changed.size > 0) shareEqual(segments, keys, entries, changed, new Set(changes.values()))

  const isOfSegment = new Set<string>([...keys, ...segments.map(({ key }) => key)])
  const orphans: Layout = { targets: new Map(), states: new Map() }
  for (const [key, state] of page.states) {
    const target = page.targets.get(key)
    if (isOfSegment.has(key) || target === undefined || state.orphanSource === undefined) continue
    orphans.targets.set(key, target)
    orphans.states.set(key, state)
  }
  return completePage(page, layOutEntries(segments, entries), orphans, key => !isOfSegment.has(key))
}

function entryOf(page: PageTargets, key: string, current: Map<string, Entry>): Entry | undefined {
  const known = current.get(key)
  if (known) return known
  const entry = { target: page.targets.get(key), state: page.states.get(key) }
  if (entry.target === undefined && entry.state === undefined) return undefined
  current.set(key, entry)
  return entry
}

/**
 * Makes one object of the entries that go on sharing a key: those that did, with equal targets or none yet. A change
 * that takes a target away stands apart from those that keep it.
 */
function shareEqual(
  segments: readonly Pick<Segment, 'key'>[],
  keys: readonly string[],
  entries: (Entry | undefined)[],
  changed: ReadonlySet<string>,
  changes: ReadonlySet<Entry>,
): void {
  const groups = new Map<string, number[]>()
  for (const [n, { key }] of segments.entries()) {
    if (!changed.has(key) || keys[n] !== key) continue
    const group = groups.get(key)
    if (group) group.push(n)
    else groups.set(key, [n])
  }
  for (const group of groups.values()) {
    const isEmptied = (entry: Entry | undefined) => entry?.target === undefined && entry && changes.has(entry)
    const emptied = group.filter(n => isEmptied(entries[n]))
    const others = group.filter(n => !isEmptied(entries[n]))
    const first = others.map(n => entries[n]).find(entry => entry?.target !== undefined)
    const alike = others.filter(n => (entries[n]?.target ?? first?.target) === first?.target)
    const news = alike.map(n => entries[n]).findLast(entry => entry && changes.has(entry))
    for (const n of alike) entries[n] = news ?? first ?? entries[n]
    for (const n of emptied) entries[n] = entries[emptied.at(-1) ?? n]
  }
}
