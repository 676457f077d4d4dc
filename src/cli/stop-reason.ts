import type { Stopped } from '../pipeline/run/report.ts'

/** Why a run stopped early, and what to do. */
export function stopReason(stopped: Stopped): string {
  switch (stopped.reason) {
    case 'interrupted':
      return 'Interrupted: what was done is kept. Run the command again to go on.'
    case 'cap':
      return 'The character cap was reached: what was done is kept. Raise --max-chars to go on.'
    case 'engine':
      return `The engine gave up: ${stopped.message} What was done is kept.`
  }
}
