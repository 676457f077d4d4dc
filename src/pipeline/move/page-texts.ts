import { join } from 'node:path'
import type { PageFile } from '../../config/page-file.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { extractOptions } from '../project/extract-options.ts'
import type { Project } from '../project/open-project.ts'
import { readPage } from '../project/read-page.ts'

/** The fragments of source pages as they are now, under their segment keys; a page that can't be read is left out. */
export async function pageTexts(
  { root, config }: Project,
  pages: readonly PageFile[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const { extractPage } = await import('../../extract/extract-page.ts')
  const texts = new Map<string, ReadonlyMap<string, string>>()
  for (const page of pages) {
    const read = readPage(root, join(root, page.file))
    if (read.type !== 'text') continue
    const { skeleton } = extractPage(read.text, extractOptions(config, page, config.source))
    texts.set(page.page, new Map(segmentsOf(skeleton).map(({ key, fragment }) => [key, fragment])))
  }
  return texts
}
