import { join } from 'node:path'
import type { PageFile } from '../../config/page-file.ts'
import { readIfThere } from '../files/read-if-there.ts'
import type { RunFiles } from '../run/run-tools.ts'
import { fragmentsOf } from './fragments-of.ts'
import { holdsHalf } from './holds-half.ts'

/**
 * Whether at least half of the text that the catalogue has of a source page is on it, at a quick look. A page that can't be
 * read counts as having it.
 */
export function hasOwnText(
  { project: { root, config }, catalogue }: Pick<RunFiles, 'project' | 'catalogue'>,
  { page, file }: PageFile,
): boolean {
  const text = readIfThere(join(root, file))
  const resource = readIfThere(join(root, catalogue.resourceFile(page, config.source)))
  return text === null || holdsHalf(text, fragmentsOf(resource ?? ''))
}
