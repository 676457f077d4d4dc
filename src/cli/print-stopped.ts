import type { Stopped } from '../pipeline/run/report.ts'
import { stopReason } from './stop-reason.ts'

/** Says on stderr why a run stopped early, where stdout does not: an exit code alone tells nobody what to do. */
export function printStopped(stopped: Stopped | undefined): void {
  if (stopped !== undefined) process.stderr.write(`verso: ${stopReason(stopped)}\n`)
}
