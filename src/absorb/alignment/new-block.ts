import type { Unit, Verbatim } from '../../model.ts'
import type { PageComparison } from '../comparison/page-comparison.ts'
import { closingOf } from '../gaps/closing-of.ts'
import type { GapChange } from '../gaps/compare-gaps.ts'
import { lineStartIn } from '../gaps/line-start-in.ts'
import type { Run } from '../sequences/sequence.ts'
import type { NewBlock } from './page-alignment.ts'

/**
 * New units of the source, successive ones together, as the parts of a page: with the markup before, between and after
 * them that is theirs, and what sets them off from their neighbours.
 *
 * @param run positions among the source's hosts: whole units
 * @param after the edited page's unit that they come after; -1 when they come first in its body
 * @param change what became of the verbatim text there. Where the page has its own, only what sets the block off is
 *   taken of the source's, since the page may have the rest
 */
export function newBlock(page: PageComparison, run: Run, after: number, change: GapChange): NewBlock {
  const hosts = page.source.slice(run.start, run.end)
  const [first] = hosts
  const last = hosts[hosts.length - 1]
  const before = page.source[run.start - 1]
  const gap = first?.gap ?? ''
  const isOwn = change === 'edited' || change === 'both'
  const lead = isOwn ? lastSeparator(gap) : gap.slice(closingOf(before?.unit, gap).length)
  const gapAfter = page.source[run.end]?.gap ?? page.tails.source
  const closing = closingOf(last?.unit, gapAfter)
  const parts: (Unit | Verbatim)[] = []
  const verbatim = (raw: string) => {
    if (raw !== '') parts.push({ type: 'verbatim', raw })
  }
  for (const host of hosts) {
    if (!host.starts) continue
    verbatim(host === first ? (after === -1 ? gap.slice(lineStartIn(gap)) : lead) : host.gap)
    parts.push(host.unit)
  }
  verbatim(closing)
  if (after === -1) {
    const rest = gapAfter.slice(closing.length)
    verbatim(
      isOwn || run.end === page.source.length ? separatorAfter(rest) : rest.slice(0, lineStartIn(rest)),
    )
  }
  const end = (last?.index ?? -1) + 1 + (last?.holes.length ?? 0)
  return { after, parts, segments: { start: first?.index ?? 0, end } }
}

const white = /[\s>]/

/** The last line ends of a gap, and what begins the line after them. */
function lastSeparator(gap: string): string {
  let start = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'))
  if (start === -1) return gap
  while (white.test(gap.charAt(start - 1))) start -= 1
  return gap.slice(start)
}

/** The line ends and blank lines that a gap begins with. */
function separatorAfter(gap: string): string {
  return /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(gap)?.[0] ?? ''
}
