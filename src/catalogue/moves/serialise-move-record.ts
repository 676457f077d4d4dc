import type { MoveRecord } from './move-record.ts'

export function serialiseMoveRecord({ movedTo, carried }: MoveRecord): string {
  return `${JSON.stringify({ page: { movedTo, ...(carried === undefined ? {} : { carried }) } })}\n`
}
