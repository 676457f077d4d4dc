import { createReader, type Reader } from '../../catalogue/create-reader.ts'
import type { Locale } from '../../model.ts'
import { openCatalogueFiles } from '../catalogue-files.ts'
import { catalogueLocales } from '../catalogue-locales.ts'
import type { Project } from '../open-project.ts'
import { createWork } from '../work/create-work.ts'
import type { RunTools } from './run-tools.ts'

/** @param pages how many pages may have to be taken apart */
export function openTools(project: Project, pages: number): RunTools {
  const readers = new Map<Locale, Reader>()
  return {
    project,
    catalogue: openCatalogueFiles(project),
    work: createWork(pages),
    catalogueLocales: catalogueLocales(project),
    readerOf(target) {
      const reader = readers.get(target) ?? createReader({ source: project.config.source, target })
      readers.set(target, reader)
      return reader
    },
  }
}
