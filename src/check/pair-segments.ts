import type { Pattern, SegmentState, Unit } from '../model.ts'
import type { AlignedPlace, PlacedSegment, SegmentPair } from './page-pair.ts'

/** What the catalogue has of one segment of the source. */
interface CatalogueEntry {
  readonly key: string
  readonly state: SegmentState | undefined
  /** Undefined for an untranslated segment: the source stands on the page. */
  readonly target: string | undefined
}

interface PairedSegments {
  readonly pairs: readonly SegmentPair[]
  readonly unitPairs: readonly SegmentPair[]
  /** The target page's segments where the source stands. */
  readonly untranslated: ReadonlySet<PlacedSegment>
}

/**
 * Pairs the segments of a source page with those of its translation.
 *
 * @param entries parallel to `source`
 */
export function pairSegments(
  source: readonly PlacedSegment[],
  target: readonly PlacedSegment[],
  entries: readonly CatalogueEntry[],
  places: readonly AlignedPlace[],
): PairedSegments {
  const groups: Group[] = []
  const untranslated = new Set<PlacedSegment>()
  for (const { segments, on } of places) {
    const own = on.flatMap(index => target[index] ?? [])
    const entry = entries[segments[0] ?? -1]
    if (entry === undefined) continue
    if (entry.target === undefined) for (const placed of own) untranslated.add(placed)
    else groups.push({ entry, source: segments.flatMap(index => source[index] ?? []), target: own })
  }
  return { pairs: groups.flatMap(toPair), unitPairs: joinUnits(groups).flatMap(toPair), untranslated }
}

interface Group {
  readonly entry: CatalogueEntry
  readonly source: PlacedSegment[]
  readonly target: PlacedSegment[]
}

/** The groups of each unit as one. */
function joinUnits(groups: readonly Group[]): readonly Group[] {
  const byUnit = new Map<Unit | undefined, Group>()
  for (const group of groups) {
    const unit = group.source[0]?.unit
    const known = byUnit.get(unit)
    if (known === undefined)
      byUnit.set(unit, { ...group, source: [...group.source], target: [...group.target] })
    else {
      known.source.push(...group.source)
      known.target.push(...group.target.filter(one => !known.target.includes(one)))
    }
  }
  return [...byUnit.values()]
}

function toPair({ entry: { key, state }, source, target }: Group): readonly SegmentPair[] {
  const [firstSource, ...sources] = source
  const [firstTarget, ...targets] = target
  if (firstSource === undefined || firstTarget === undefined) return []
  return [
    {
      key,
      state,
      source: [firstSource, ...sources],
      target: [firstTarget, ...targets],
      sourcePattern: join(source),
      targetPattern: join(target),
    },
  ]
}

/** One pattern of several sentences; codes are numbered on. */
function join(segments: readonly PlacedSegment[]): Pattern {
  if (segments.length === 1) return segments[0]?.segment.pattern ?? []
  const joined: Pattern[number][] = []
  let shift = 0
  for (const [index, { segment }] of segments.entries()) {
    if (index > 0) pushText(joined, ' ')
    let highest = shift
    for (const item of segment.pattern) {
      if (typeof item === 'string') pushText(joined, item)
      else {
        joined.push({ ...item, id: item.id + shift })
        highest = Math.max(highest, item.id + shift)
      }
    }
    shift = highest
  }
  return joined
}

function pushText(items: Pattern[number][], text: string): void {
  const last = items.at(-1)
  if (typeof last === 'string') items[items.length - 1] = last + text
  else items.push(text)
}
