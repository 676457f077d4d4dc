import type { Reader } from '../../catalogue/create-reader.ts'
import type { Locale } from '../../model.ts'
import type { CatalogueFiles } from '../catalogue/catalogue-files.ts'
import type { FileWriter } from '../files/file-writer.ts'
import type { Project } from '../project/open-project.ts'
import type { RedirectFiles } from '../redirects/open-redirects.ts'
import type { Site } from '../site/open-site.ts'
import type { PageWork } from '../work/page-work.ts'

/** The files of a run: all that it takes to see whether there is anything to do. */
export interface RunFiles {
  readonly project: Project
  readonly catalogue: CatalogueFiles
  /** Writes target pages, as `catalogue` does its files. */
  readonly writeFile: FileWriter
  /**
   * Of a run that writes nothing: files that a page's move would put in the place of others, by the file that would be
   * written; undefined where one would be removed. Paths are from the root.
   */
  readonly standIns: Map<string, string | undefined>
  readonly redirects: RedirectFiles
  readonly site: Site
}

/** What every step of a run works with. */
export interface RunTools extends RunFiles {
  readonly work: PageWork
  readonly readerOf: (locale: Locale) => Reader
  /** Target locales that have a catalogue, in this run or not. */
  readonly catalogueLocales: readonly Locale[]
}
