import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isAsWritten } from '../../absorb/base/is-as-written.ts'
import { isPersonsPage } from '../../catalogue/is-persons-page.ts'
import { createPageMatcher } from '../../config/create-page-matcher.ts'
import { extractPage } from '../../extract/extract-page.ts'
import type { Locale, PageTargets } from '../../model.ts'
import type { Orphan } from '../orphans/orphan.ts'
import { extractOptions } from '../project/extract-options.ts'
import { readPage } from '../project/read-page.ts'
import type { RunFiles } from '../run/run-tools.ts'

/**
 * The files of a page without a source that may go.
 *
 * @param isWriting else a page that would have been carried to its new path counts as one that was
 * @returns paths from the root
 */
export function listRemovable(
  files: RunFiles,
  { page, target, resource, fate }: Orphan,
  locale: Locale,
  isWriting: boolean,
): readonly string[] {
  const { project, catalogue } = files
  const sidecar = catalogue.sidecarFile(page, locale)
  switch (fate.type) {
    case 'unclear':
      return []
    case 'renamed':
      return !isWriting && target !== undefined && [...files.standIns.values()].includes(target)
        ? [target]
        : []
    case 'moved':
      return fate.left === 'copy' && target !== undefined ? [target, sidecar] : []
    case 'gone': {
      const loaded = resource === undefined ? undefined : catalogue.loadTargets(page, locale)
      catalogue.forget(page)
      if (loaded?.type !== 'loaded') return []
      const isTargetGone = target === undefined || isVersos(files, target, loaded.value, locale)
      if (!isTargetGone) return []
      const own = isPersonsPage(loaded.value) ? [] : [resource ?? '', sidecar]
      return [...(target === undefined ? [] : [target]), ...own].filter(file =>
        existsSync(join(project.root, file)),
      )
    }
  }
}

/** Whether Verso wrote a target page, and nobody edited it since. */
function isVersos({ project }: RunFiles, file: string, page: PageTargets, locale: Locale): boolean {
  // A page of a person's words from end to end is a person's, even if Verso would write it the same.
  if ([...page.states.values()].every(({ origin }) => origin === 'human')) return false
  const read = readPage(project.root, join(project.root, file))
  if (read.type !== 'text') return false
  const own = createPageMatcher(project.config.pages)(file, locale)
  if (own === undefined) return false
  const { skeleton } = extractPage(read.text, extractOptions(project.config, own, locale))
  return isAsWritten(skeleton, page)
}
