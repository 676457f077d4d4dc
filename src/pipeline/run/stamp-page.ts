import { join } from 'node:path'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Locale } from '../../model.ts'
import { type Stamp, stampFile } from '../stamp-file.ts'
import type { RunFiles } from './run-tools.ts'

/**
 * Stamps of all files that a page's outcome in a locale depends on: the source page, the target page, the source
 * resource, the target resource and its sidecar.
 */
export function stampPage(
  { project, catalogue }: RunFiles,
  page: PageFile,
  locale: Locale,
): readonly Stamp[] {
  const { root, config } = project
  return [
    page.file,
    fileIn(page, locale),
    catalogue.resourceFile(page.page, config.source),
    catalogue.resourceFile(page.page, locale),
    catalogue.sidecarFile(page.page, locale),
  ].map(file => stampFile(join(root, file)))
}
