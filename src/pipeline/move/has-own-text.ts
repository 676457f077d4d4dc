import { join } from 'node:path'
import type { PageFile } from '../../config/page-file.ts'
import { readIfThere } from '../read-if-there.ts'
import type { RunFiles } from '../run/run-tools.ts'
import { fragmentsOf } from './fragments-of.ts'

/**
 * Whether at least half of the text that the catalogue has of a source page is to be found on it. A quick look, for every
 * page of a run, that takes nothing apart: it may fail to find what is there in another form, never the other way round.
 * A page or a catalogue page that can't be read counts as having it.
 */
export function hasOwnText(
  { project: { root, config }, catalogue }: Pick<RunFiles, 'project' | 'catalogue'>,
  { page, file }: PageFile,
): boolean {
  const text = readIfThere(join(root, file))
  const fragments = fragmentsOf(readIfThere(join(root, catalogue.resourceFile(page, config.source))) ?? '')
  if (text === null || fragments.length === 0) return true
  let missing = fragments.reduce((sum, { length }) => sum + length, 0) / 2
  for (const fragment of fragments) {
    if (text.includes(fragment)) missing -= fragment.length
    if (missing <= 0) return true
  }
  return false
}
