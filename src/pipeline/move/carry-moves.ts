import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PageFile } from '../../config/page-file.ts'
import type { Diagnostic, Locale } from '../../model.ts'
import { findPages } from '../list-pages.ts'
import type { Fate } from '../orphans/orphan.ts'
import { orphanMessage } from '../orphans/orphan-message.ts'
import { pageDiagnostic } from '../page-diagnostic.ts'
import type { RunFiles } from '../run/run-tools.ts'
import { writeFailed } from '../run/write-failed.ts'
import { carryTarget } from './carry-target.ts'
import { clearRecord } from './clear-record.ts'
import { createMover } from './create-mover.ts'
import type { MovePlan } from './move-plan.ts'

/** What carrying pages over came to. */
export interface CarriedMoves {
  /** Old target pages, which stay where they are, and pages that could not be told apart. */
  readonly diagnostics: readonly Diagnostic[]
  /** Files that were written or, where nothing is written, would be; from the root. */
  readonly files: readonly string[]
  /** Pages whose catalogue could not be carried over: to work on them would be to translate them anew. */
  readonly failed: ReadonlyMap<string, (locale: Locale) => Diagnostic>
}

/**
 * Carries the catalogue pages of a plan over to their new paths, in every locale, as they are; and the target pages with
 * them, unless the new path has one already. The old target page stays: a move record beside it says what became of it.
 *
 * The source resource goes last: a run that is killed before is made again by the next one.
 *
 * @param locales target locales
 * @param isWriting else nothing is written, and the old files stand in for the new ones wherever those are read
 */
export async function carryMoves(
  files: RunFiles,
  { moves, unclear, newcomers }: MovePlan,
  locales: readonly Locale[],
  isWriting: boolean,
): Promise<CarriedMoves> {
  const mover = createMover(files, isWriting)
  const diagnostics: Diagnostic[] = []
  const failed = new Map<string, (locale: Locale) => Diagnostic>()
  const attempt = (page: PageFile, action: () => void) => {
    try {
      if (!failed.has(page.page)) action()
    } catch (error) {
      failed.set(page.page, locale => writeFailed(page.file, error, locale))
    }
  }
  const report = (file: string, fate: Fate, locale: Locale) =>
    void diagnostics.push(pageDiagnostic('page-moved', file, orphanMessage(fate), { locale }))
  for (const page of newcomers) {
    for (const locale of locales) attempt(page, () => clearRecord(files, mover, page, locale))
  }
  for (const locale of moves.length > 0 ? locales : []) {
    const present = new Map((await findPages(files.project, locale)).map(({ page, file }) => [page, file]))
    for (const { from, to } of moves) {
      attempt(to, () => {
        const old = present.get(from)
        const left = carryTarget(files, mover, { from, to, old, locale })
        if (old !== undefined && left !== undefined) report(old, { type: 'moved', to: to.page, left }, locale)
      })
    }
  }
  const { source } = files.project.config
  for (const { from, to } of moves) {
    const [old, now] = [from, to.page].map(page => files.catalogue.resourceFile(page, source))
    attempt(to, () => mover.move(old ?? '', now ?? ''))
  }
  for (const { from, to } of unclear) {
    for (const locale of locales) {
      const resource = files.catalogue.resourceFile(from, locale)
      if (existsSync(join(files.project.root, resource))) report(resource, { type: 'unclear', to }, locale)
    }
  }
  return { diagnostics, files: mover.files, failed }
}
