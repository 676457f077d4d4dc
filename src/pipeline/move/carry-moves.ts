import type { PageFile } from '../../config/page-file.ts'
import type { Diagnostic, Locale } from '../../model.ts'
import type { Fate } from '../orphans/orphan.ts'
import { orphanMessage } from '../orphans/orphan-message.ts'
import { findPages } from '../project/list-pages.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'
import type { RunFiles } from '../run/run-tools.ts'
import { writeFailed } from '../run/write-failed.ts'
import { carryCatalogue } from './carry-catalogue.ts'
import { carryStrays } from './carry-strays.ts'
import { carryTargetPages } from './carry-target-pages.ts'
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
 * them, unless the new path has one already. An old target page whose path no source has any more stays: a move record
 * beside it says what became of it.
 *
 * The source resource goes last: a run that is killed before is made again by the next one.
 *
 * @param locales target locales
 * @param isWriting else nothing is written, and the old files stand in for the new ones wherever those are read
 */
export async function carryMoves(
  files: RunFiles,
  { groups, unclear, newcomers, settled }: MovePlan,
  locales: readonly Locale[],
  isWriting: boolean,
): Promise<CarriedMoves> {
  const mover = createMover(files, isWriting)
  const diagnostics: Diagnostic[] = []
  const written = new Set<string>()
  const failed = new Map<string, (locale: Locale) => Diagnostic>()
  const attempt = (pages: readonly PageFile[], action: () => void) => {
    try {
      action()
    } catch (error) {
      for (const { page, file } of pages) failed.set(page, locale => writeFailed(file, error, locale))
    }
  }
  const report = (file: string, fate: Fate, locale: Locale) =>
    void diagnostics.push(pageDiagnostic('page-moved', file, orphanMessage(fate), { locale }))
  for (const page of newcomers) {
    attempt([page], () => {
      for (const locale of locales) clearRecord(files, mover, page, locale)
    })
  }
  const present = new Map<Locale, ReadonlyMap<string, string>>()
  for (const locale of groups.length > 0 ? locales : []) {
    const found = await findPages(files.project, locale)
    present.set(locale, new Map(found.map(({ page, file }) => [page, file])))
  }
  for (const group of groups) {
    attempt(
      group.flatMap(({ to }) => to.file ?? []),
      () => {
        for (const locale of locales) {
          const { left, redirects } = carryTargetPages(files, mover, group, {
            locale,
            present: present.get(locale) ?? new Map(),
          })
          for (const file of redirects) written.add(file)
          carryCatalogue(files, mover, group, { locale, left })
          for (const { file, to, type } of left) report(file, { type: 'moved', to, left: type }, locale)
        }
        carryCatalogue(files, mover, group, { locale: files.project.config.source, left: [] })
      },
    )
  }
  for (const locale of locales) await carryStrays(files, mover, settled, locale)
  if (mover.files.length > 0) files.site.refresh()
  for (const { from, to } of unclear) {
    for (const locale of locales) {
      const resource = files.catalogue.resourceFile(from, locale)
      if (mover.read(resource).type !== 'missing') report(resource, { type: 'unclear', to }, locale)
    }
  }
  return { diagnostics, files: [...written, ...mover.files], failed }
}
