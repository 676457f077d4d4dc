import type { Reader } from '../../catalogue/create-reader.ts'
import type { Locale } from '../../model.ts'
import type { CatalogueFiles } from '../catalogue-files.ts'
import type { Project } from '../open-project.ts'
import type { PageWork } from '../work/page-work.ts'

/** What every step of a run works with. */
export interface RunTools {
  readonly project: Project
  readonly catalogue: CatalogueFiles
  readonly work: PageWork
  readonly readerOf: (locale: Locale) => Reader
  /** Target locales that have a catalogue, in this run or not. */
  readonly catalogueLocales: readonly Locale[]
}
