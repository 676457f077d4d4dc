import { join } from 'node:path'
import { parseMoveRecord } from '../../catalogue/moves/parse-move-record.ts'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Locale } from '../../model.ts'
import { readIfThere } from '../files/read-if-there.ts'
import type { RunFiles } from '../run/run-tools.ts'
import type { Mover } from './create-mover.ts'
import { textDigest } from './text-digest.ts'

/**
 * Makes room at a path that a page moved away from and where there is another source page now: what is left of the old
 * target page went with it, and is not a translation of the new page. One that was edited since stays.
 */
export function clearRecord(
  { project, catalogue }: Pick<RunFiles, 'project' | 'catalogue'>,
  mover: Mover,
  page: PageFile,
  locale: Locale,
): void {
  const sidecar = catalogue.sidecarFile(page.page, locale)
  const record = parseMoveRecord(readIfThere(join(project.root, sidecar)))
  if (record === undefined) return
  const target = fileIn(page, locale)
  const text = readIfThere(join(project.root, target))
  if (text !== null && textDigest(text) === record.carried) mover.remove(target)
  mover.remove(sidecar)
}
