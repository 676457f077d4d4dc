import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PageFile } from '../../config/page-file.ts'
import type { RunFiles } from '../run/run-tools.ts'

/** Whether a source page has no catalogue yet. */
export function isNewPage(
  { project, catalogue }: Pick<RunFiles, 'project' | 'catalogue'>,
  { page }: PageFile,
): boolean {
  return !existsSync(join(project.root, catalogue.resourceFile(page, project.config.source)))
}
