import { workerData } from 'piscina'
import type { PageFile } from '../../../config/page-file.ts'
import type { Locale } from '../../../model.ts'
import { openProject } from '../../project/open-project.ts'
import { type SeenPage, seePage } from './read-page-view.ts'
import { openContext } from './review-context.ts'

/** What the thread is started with. */
export interface ReaderSettings {
  readonly root: string
  readonly locale: Locale
}

export interface ReaderTask {
  readonly file: PageFile
  readonly hasChanged: boolean
}

const { root, locale } = workerData as ReaderSettings
const context = openProject(root).then(project => openContext(project, locale))

/** The thread's side of `createBackgroundReader`. */
export async function readPage({ file, hasChanged }: ReaderTask): Promise<SeenPage> {
  const opened = await context
  if (hasChanged) opened.tools.site.refresh()
  return seePage(opened, file)
}
