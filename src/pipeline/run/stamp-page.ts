import { join } from 'node:path'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Locale } from '../../model.ts'
import { type Stamp, stampFile } from '../files/stamp-file.ts'
import { linksStamp } from '../site/links-stamp.ts'
import type { PageLinks } from '../site/page-links.ts'
import type { RunFiles } from './run-tools.ts'

/**
 * Stamps of all files that a page's outcome in a locale depends on: the source page, the target page, the source
 * resource, the target resource and its sidecar. The last one is of its links, which other pages decide.
 */
export function stampPage(
  { project, catalogue }: RunFiles,
  page: PageFile,
  locale: Locale,
  links: PageLinks,
): readonly Stamp[] {
  const { root, config } = project
  const files = [
    page.file,
    fileIn(page, locale),
    catalogue.resourceFile(page.page, config.source),
    catalogue.resourceFile(page.page, locale),
    catalogue.sidecarFile(page.page, locale),
  ]
  return [...files.map(file => stampFile(join(root, file))), linksStamp(links)]
}
