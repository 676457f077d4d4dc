import { serialiseMoveRecord } from '../../catalogue/moves/serialise-move-record.ts'
import type { Locale } from '../../model.ts'
import type { RunFiles } from '../run/run-tools.ts'
import type { Mover } from './create-mover.ts'
import type { LeftPage } from './left-page.ts'
import type { PlannedMove } from './move-plan.ts'

interface Options {
  readonly locale: Locale
  /** Old target pages that stay: a record of the move is put beside each. */
  readonly left: readonly LeftPage[]
}

/** Carries the catalogue pages of a group over in one locale. What a person put at a new path before stays there. */
export function carryCatalogue(
  { catalogue }: RunFiles,
  mover: Mover,
  group: readonly PlannedMove[],
  { locale, left }: Options,
): void {
  const isThere = (file: string) => mover.read(file).type !== 'missing'
  const froms = new Set(group.map(({ from }) => from.page))
  const moved = group.filter(
    ({ to }) => froms.has(to.page) || !isThere(catalogue.resourceFile(to.page, locale)),
  )
  for (const fileOf of [catalogue.sidecarFile, catalogue.resourceFile]) {
    const moves = moved.map(({ from, to }) => ({
      from: fileOf(from.page, locale),
      to: fileOf(to.page, locale),
    }))
    mover.move(moves.filter(({ from }) => isThere(from)))
  }
  for (const { page, to, digest } of left) {
    const record = { movedTo: to, ...(digest === undefined ? {} : { carried: digest }) }
    mover.write(catalogue.sidecarFile(page, locale), serialiseMoveRecord(record))
  }
}
