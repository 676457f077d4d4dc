import { join } from 'node:path'
import type { PageFile } from '../../../config/page-file.ts'
import { VersoError } from '../../../verso-error.ts'
import { acquireLock } from '../../files/acquire-lock.ts'
import { carryMoves } from '../../move/carry-moves.ts'
import { findMoves } from '../../move/find-moves.ts'
import { isNewPage } from '../../move/is-new-page.ts'
import type { RunTools } from '../../run/run-tools.ts'

/**
 * Has the catalogue pages follow the source pages that were renamed, before anybody decides on one of them. Where another
 * run is under way, it does so itself.
 */
export async function carryRenamed(tools: RunTools, pages: Iterable<PageFile>): Promise<void> {
  const plan = await findMoves(
    tools,
    [...pages].filter(page => isNewPage(tools, page)),
  )
  if (plan.groups.length === 0) return
  try {
    const release = await acquireLock(join(tools.project.root, '.verso'))
    try {
      await carryMoves(tools, plan, tools.catalogueLocales, true)
    } finally {
      await release()
    }
  } catch (error) {
    // What can't be written is said when a decision is saved.
    if (!(error instanceof VersoError) && (error as NodeJS.ErrnoException).code === undefined) throw error
  }
}
