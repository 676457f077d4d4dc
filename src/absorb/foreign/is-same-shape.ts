import type { HostSegment } from '../comparison/host-segment.ts'
import type { UnitHosts } from './unit-hosts.ts'

/** Sentences shorter than this may become a multiple of themselves. */
const shortSentence = 20
const largestRatio = 3

/**
 * Whether two units of different languages may be each other's translation by their make: role, place, heading id,
 * number of sentences, and for each sentence the kinds of its codes, the texts inside them and a plausible length.
 */
export function isSameShape(a: UnitHosts, b: UnitHosts): boolean {
  const [one, other] = [a.hosts[0], b.hosts[0]]
  return (
    one.unit.role === other.unit.role &&
    one.unit.place.type === other.unit.place.type &&
    one.unit.path === other.unit.path &&
    headingLevel(one) === headingLevel(other) &&
    idAfter(a) === idAfter(b) &&
    a.hosts.length === b.hosts.length &&
    a.hosts.every((host, index) => isSameSentence(host, b.hosts[index] ?? host))
  )
}

function isSameSentence(a: HostSegment, b: HostSegment): boolean {
  const [shorter = 0, longer = 0] = [a, b].map(host => host.segment.fragment.length).sort((x, y) => x - y)
  const isPlausible = longer <= shortSentence || longer <= largestRatio * shorter
  return isPlausible && codeKinds(a) === codeKinds(b) && holeRoles(a) === holeRoles(b)
}

function codeKinds({ segment }: HostSegment): string {
  return segment.pattern
    .flatMap(item => (typeof item === 'string' ? [] : `${item.form} ${item.kind}`))
    .sort()
    .join()
}

function holeRoles({ holes }: HostSegment): string {
  return holes.map(({ unit }) => unit.role).join()
}

/** The hashes before an ATX heading; a setext heading shows no level before its text. */
function headingLevel({ unit, gap }: HostSegment): string {
  return unit.place.type === 'heading' ? (/#{1,6}(?=[ \t]*$)/.exec(gap)?.[0] ?? unit.place.style) : ''
}

function idAfter({ after }: UnitHosts): string {
  return /^[ \t]*\{#[^\s}]+\}/.exec(after)?.[0].trim() ?? ''
}
