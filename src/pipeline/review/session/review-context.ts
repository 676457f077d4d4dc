import { join } from 'node:path'
import type { PageFile } from '../../../config/page-file.ts'
import type { Locale } from '../../../model.ts'
import { stampFile } from '../../files/stamp-file.ts'
import { writeAtomically } from '../../files/write-atomically.ts'
import { listPages } from '../../project/list-pages.ts'
import { loadGlossary } from '../../project/load-glossary.ts'
import type { Project } from '../../project/open-project.ts'
import { selectPages } from '../../project/select-pages.ts'
import { openRunFiles } from '../../run/open-run-files.ts'
import { openTools } from '../../run/open-tools.ts'
import type { RunTools } from '../../run/run-tools.ts'
import { createRememberingWork } from '../../work/create-remembering-work.ts'
import { createPageViewer, type PageViewer } from './create-page-viewer.ts'

/** Pages that a reviewer goes back and forth between. */
const pagesRemembered = 6

/** All that follows from the configuration and the glossary: made anew when one of them changes. */
export interface ReviewContext {
  readonly project: Project
  readonly locale: Locale
  readonly tools: RunTools
  readonly viewer: PageViewer
  /** What the configuration and the glossary were when they were read. */
  readonly settings: string
}

/** @throws VersoError for a glossary that can't be used */
export async function openContext(project: Project, locale: Locale): Promise<ReviewContext> {
  const settings = settingsStamp(project, locale)
  const { glossary } = await loadGlossary(project, locale)
  const tools = await openTools(await openRunFiles(project, writeAtomically), 1)
  return {
    project,
    locale,
    tools: { ...tools, work: createRememberingWork(tools.work, pagesRemembered) },
    viewer: createPageViewer(project, glossary, locale),
    settings,
  }
}

/** Whether the configuration or the glossary is another than it was. */
export function isOutdated({ project, locale, settings }: ReviewContext): boolean {
  return settingsStamp(project, locale) !== settings
}

/**
 * The pages under review, by page path.
 *
 * @param args page paths, files, folders or globs; none: all pages
 * @throws VersoError `usage` for an argument that names no page
 */
export async function listReviewed(
  project: Project,
  locale: Locale,
  args: readonly string[],
): Promise<ReadonlyMap<string, PageFile>> {
  const listed = await listPages(project, [locale])
  return new Map(selectPages(listed, args, project).pages.map(file => [file.page, file]))
}

function settingsStamp({ root, config }: Project, locale: Locale): string {
  const files = ['verso.config.yaml', `${config.catalogue}/${locale}/glossary.yaml`]
  return files.map(file => stampFile(join(root, file))).join(' ')
}
