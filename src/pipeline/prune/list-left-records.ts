import { join } from 'node:path'
import { glob } from 'tinyglobby'
import { parseMoveRecord } from '../../catalogue/moves/parse-move-record.ts'
import type { Locale } from '../../model.ts'
import { readIfThere } from '../files/read-if-there.ts'
import { findPages } from '../project/list-pages.ts'
import type { RunFiles } from '../run/run-tools.ts'

/** Move records whose old target page is gone: they have nothing to say any more. */
export async function listLeftRecords(
  { project }: RunFiles,
  locale: Locale,
  isOwn: (page: string) => boolean,
): Promise<readonly string[]> {
  const { root, config } = project
  const present = new Set((await findPages(project, locale)).map(({ page }) => page))
  const folder = `${config.catalogue}/${locale}`
  const sidecars = await glob('**/*.state.jsonl', { cwd: join(root, folder), expandDirectories: false })
  return sidecars
    .filter(file => {
      const page = file.slice(0, -'.state.jsonl'.length)
      return isOwn(page) && !present.has(page)
    })
    .map(file => `${folder}/${file}`)
    .filter(file => parseMoveRecord(readIfThere(join(root, file))) !== undefined)
}
