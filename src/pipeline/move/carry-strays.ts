import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Locale } from '../../model.ts'
import { findPages } from '../project/list-pages.ts'
import type { RunFiles } from '../run/run-tools.ts'
import type { Mover } from './create-mover.ts'

/**
 * Has the target pages of a locale follow source pages that became another file of the same page path: `guide.mdx` for
 * `guide.md`, or `a/fr/b/guide.md` for `a/b/fr/guide.md`.
 *
 * @throws the file system's error
 */
export async function carryStrays(
  { project }: RunFiles,
  mover: Mover,
  pages: readonly PageFile[],
  locale: Locale,
): Promise<void> {
  const missing = pages.filter(page => !existsSync(join(project.root, fileIn(page, locale))))
  if (missing.length === 0) return
  const present = new Map((await findPages(project, locale)).map(({ page, file }) => [page, file]))
  for (const page of missing) {
    const old = present.get(page.page)
    if (old !== undefined) mover.move([{ from: old, to: fileIn(page, locale) }])
  }
}
