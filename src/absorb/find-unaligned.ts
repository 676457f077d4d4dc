import type { Unaligned } from './absorption.ts'
import type { HostSegment } from './comparison/host-segment.ts'
import type { PageComparison } from './comparison/page-comparison.ts'
import type { GapFinding } from './gaps/compare-gaps.ts'

/**
 * What a person added to the page and no target can hold: each unit, or what is left of one, an item. Text that stood
 * there when the page was last written is none of it.
 */
export function findUnaligned(page: PageComparison, findings: readonly GapFinding[]): readonly Unaligned[] {
  return findings
    .filter(({ isKnown }) => !isKnown)
    .flatMap(({ unaligned }) => runsOf(unaligned.flatMap(position => page.edited[position] ?? [])))
    .map(([first, ...others]) => ({
      raw: first.segment.raw + others.map(({ gap, segment }) => gap + segment.raw).join(''),
      position: first.segment.position,
    }))
}

/** Successive hosts of one unit each. */
function runsOf(hosts: readonly HostSegment[]): readonly (readonly [HostSegment, ...HostSegment[]])[] {
  const runs: [HostSegment, ...HostSegment[]][] = []
  for (const host of hosts) {
    const run = runs[runs.length - 1]
    if (run === undefined || run[0].unitIndex !== host.unitIndex) runs.push([host])
    else run.push(host)
  }
  return runs
}
