import type { DelimiterRun, ScopeEdge } from './delimiter-runs.ts'

/** One marker of a run: the pair that it belongs to, and how many markers that pair has on either side. */
interface Marker {
  readonly pair: number
  readonly count: number
}

/** A run that waits for closers, with what is left of it. */
interface Opener {
  readonly run: DelimiterRun
  readonly left: Marker[]
}

/** Openers looked through for one closer. Beyond that, the answer is no. */
const maxDepth = 32

/**
 * Whether a parser pairs up the delimiters as the codes do that they belong to: the algorithm of CommonMark's appendix
 * ("process emphasis") as micromark has it, with the rule of three taken on what is left of a run, and GFM's for `~`.
 */
export function pairsAsMeant(runs: readonly (DelimiterRun | ScopeEdge)[]): boolean {
  const scopes: Opener[][] = []
  let openers: Opener[] = []
  for (const run of runs) {
    if (run === 'enter') {
      scopes.push(openers)
      openers = []
    } else if (run === 'leave') {
      if (openers.length > 0) return false
      openers = scopes.pop() ?? []
    } else if (!read(run, openers)) return false
  }
  return openers.length === 0
}

function read(run: DelimiterRun, openers: Opener[]): boolean {
  const markers = run.parts.flatMap(({ count, pair }) =>
    Array.from({ length: count }, () => ({ pair, count })),
  )
  if (run.marker === '~' && markers.length > 2) return false
  const left = run.canClose ? close(run, markers, openers) : markers
  if (left === undefined || left.length === 0) return left !== undefined
  openers.push({ run, left })
  return run.canOpen
}

/** Pairs the markers of a run with those of the openers before it; gives what is left, or nothing on a wrong pair. */
function close(run: DelimiterRun, markers: readonly Marker[], openers: Opener[]): Marker[] | undefined {
  let at = 0
  while (at < markers.length) {
    const opener = openerFor(run, markers.length - at, openers)
    if (opener === undefined) break
    if (opener !== openers[openers.length - 1]) return undefined
    const use = run.marker === '~' ? markers.length : Math.min(2, opener.left.length, markers.length - at)
    const opening = opener.left.splice(opener.left.length - use, use)
    if (!isOnePair(opening, markers.slice(at, at + use))) return undefined
    if (opener.left.length === 0) openers.pop()
    at += use
  }
  return markers.slice(at)
}

/** Whether markers that a parser pairs up are those of one code, all of them. What is inside a label is its own. */
function isOnePair(opening: readonly Marker[], closing: readonly Marker[]): boolean {
  const [first] = opening
  return [...opening, ...closing].every(
    ({ pair, count }) => pair === first?.pair && (pair < 0 || count === opening.length),
  )
}

function openerFor(run: DelimiterRun, length: number, openers: readonly Opener[]): Opener | undefined {
  for (let index = openers.length - 1; index >= Math.max(0, openers.length - maxDepth); index--) {
    const opener = openers[index]
    if (opener?.run.marker === run.marker && mayPair(opener, run, length)) return opener
  }
  return openers.length > maxDepth ? openers[0] : undefined
}

function mayPair(opener: Opener, run: DelimiterRun, length: number): boolean {
  if (run.marker === '~') return opener.left.length === length
  const isEither = opener.run.canClose || run.canOpen
  return !isEither || length % 3 === 0 || (opener.left.length + length) % 3 !== 0
}
