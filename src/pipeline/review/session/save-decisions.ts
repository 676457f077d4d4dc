import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../../catalogue/entry.ts'
import { setTargets } from '../../../catalogue/set-targets.ts'
import type { Locale } from '../../../model.ts'
import { readIfThere } from '../../files/read-if-there.ts'
import { writeAtomically } from '../../files/write-atomically.ts'
import type { RunTools } from '../../run/run-tools.ts'
import { saveSource } from '../../run/save-source.ts'
import { writeTarget } from '../../run/write-target.ts'
import type { ReviewedPage } from './read-reviewed-page.ts'

/**
 * Gives segments of a page new entries, and writes the catalogue and the page: both or neither. The caller holds the
 * lock, and read the page under it.
 *
 * @param changes by index into the page's segments
 * @throws the file system's error when a file can't be written; the files are then as they were
 */
export async function saveDecisions(
  tools: RunTools,
  { page, target }: Extract<ReviewedPage, { type: 'page' }>,
  changes: ReadonlyMap<number, Entry>,
): Promise<void> {
  target.entries = setTargets(target.entries, page.segments, changes)
  const before = readFiles(tools, target.locale, page.file.page, target.file)
  try {
    saveSource(tools, new Map([[target.locale, target.entries]]), page)
    await writeTarget(tools, target, false)
  } catch (cause) {
    putBack(before)
    throw cause
  }
}

/** The texts of all files that a save may write; null for one that is not there. */
function readFiles(
  { project, catalogue, catalogueLocales }: RunTools,
  locale: Locale,
  page: string,
  targetFile: string,
): ReadonlyMap<string, string | null> {
  const locales = new Set([...catalogueLocales, locale])
  const files = [
    targetFile,
    catalogue.resourceFile(page, project.config.source),
    ...[...locales].flatMap(one => [catalogue.resourceFile(page, one), catalogue.sidecarFile(page, one)]),
  ]
  return new Map(files.map(file => join(project.root, file)).map(file => [file, readIfThere(file)]))
}

/** A file that can't be written now could not be written before either: it is as it was. */
function putBack(texts: ReadonlyMap<string, string | null>): void {
  for (const [file, text] of texts) {
    try {
      if (text === null) rmSync(file, { force: true })
      else writeAtomically(file, text)
    } catch {}
  }
}
