import type { Diagnostic } from '../../model.ts'
import type { AlignReport, DoubtfulPair } from './align-report.ts'

/** What an alignment has come to so far. */
export interface AlignTally {
  pages: number
  filled: number
  missing: number
  pairs: number
  entered: number
  unpairedSource: number
  unpairedTarget: number
  readonly doubtful: DoubtfulPair[]
  readonly files: Set<string>
  readonly diagnostics: Diagnostic[]
}

export function createAlignTally(): AlignTally {
  return {
    pages: 0,
    filled: 0,
    missing: 0,
    pairs: 0,
    entered: 0,
    unpairedSource: 0,
    unpairedTarget: 0,
    doubtful: [],
    files: new Set(),
    diagnostics: [],
  }
}

export function alignReportOf(tally: AlignTally): AlignReport {
  const { unpairedSource, unpairedTarget, files, ...rest } = tally
  return {
    ...rest,
    unpaired: { source: unpairedSource, target: unpairedTarget },
    files: [...files].toSorted(),
  }
}
