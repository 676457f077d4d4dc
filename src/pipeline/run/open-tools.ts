import { createReader, type Reader } from '../../catalogue/create-reader.ts'
import type { Locale } from '../../model.ts'
import { catalogueLocales } from '../catalogue/catalogue-locales.ts'
import { createWork } from '../work/create-work.ts'
import type { RunFiles, RunTools } from './run-tools.ts'

/** @param pages how many pages may have to be taken apart */
export async function openTools(files: RunFiles, pages: number): Promise<RunTools> {
  const readers = new Map<Locale, Reader>()
  return {
    ...files,
    work: await createWork(pages),
    catalogueLocales: catalogueLocales(files.project),
    readerOf(target) {
      const reader = readers.get(target) ?? createReader({ source: files.project.config.source, target })
      readers.set(target, reader)
      return reader
    },
  }
}
