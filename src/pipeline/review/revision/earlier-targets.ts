import { carryTargets } from '../../../catalogue/carry-targets.ts'
import { parseResource } from '../../../catalogue/parse-resource.ts'
import { parseTargets } from '../../../catalogue/parse-targets.ts'
import type { PageFile } from '../../../config/page-file.ts'
import type { Locale, PageTargets } from '../../../model.ts'
import { openCatalogueFiles } from '../../catalogue/catalogue-files.ts'
import type { Project } from '../../project/open-project.ts'
import type { TargetInHand } from '../../run/page-in-hand.ts'
import { earlierPaths } from './earlier-paths.ts'
import { readRevision } from './read-revision.ts'

/** A page as a Git revision's catalogue has it. */
export interface EarlierPage {
  /** Its targets, carried over to the source as it is now. */
  readonly page: PageTargets
  /** The fragments of its source then. */
  readonly sources: ReadonlySet<string>
}

/**
 * What a Git revision's catalogue has of pages, renamed ones included, carried over to their sources as they are now. A
 * catalogue file that can't be read there counts as missing.
 *
 * @throws VersoError `usage` for a revision that can't be read
 */
export async function earlierTargets(
  project: Project,
  locale: Locale,
  pages: readonly PageFile[],
  revision: string,
): Promise<(target: TargetInHand) => EarlierPage> {
  const catalogue = openCatalogueFiles(project)
  const paths = await earlierPaths(project, pages, revision)
  const filesOf = (now: string) => {
    const page = paths.get(now) ?? now
    return [
      catalogue.resourceFile(page, project.config.source),
      catalogue.resourceFile(page, locale),
      catalogue.sidecarFile(page, locale),
    ]
  }
  const texts = readRevision(
    project.root,
    revision,
    pages.flatMap(({ page }) => filesOf(page)),
  )
  return ({ page }) => {
    const [sourceFile = '', resourceFile = '', sidecarFile = ''] = filesOf(page.file.page)
    const source = parseResource(texts.get(sourceFile), sourceFile)
    const parsed = parseTargets(
      { file: resourceFile, text: texts.get(resourceFile) },
      { file: sidecarFile, text: texts.get(sidecarFile) },
    )
    if (source.type === 'invalid' || parsed.type === 'invalid') {
      return { page: { targets: new Map(), states: new Map(), diverged: false }, sources: new Set() }
    }
    const sources = new Set(source.resource.texts.values())
    return { page: carryTargets(source.resource.texts, page.skeleton, parsed.page), sources }
  }
}
