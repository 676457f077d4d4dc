import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import type { Diagnostic } from '../model.ts'
import type { Stamp } from './files/stamp-file.ts'
import { writeAtomically } from './files/write-atomically.ts'

/** What a run found out about one page, for the next run to say again. */
export interface PageRecord {
  /** Stamps of the page's files, in an order that the caller keeps. */
  readonly stamps: readonly Stamp[]
  readonly segments: number
  readonly untranslated: number
  readonly stale: number
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What the last run of a target locale left behind. It is a cache: kept out of Git, and worth nothing once `settings`
 * differ.
 */
export interface RunIndex {
  /** Digest of all that decides a page's outcome beside its own files: program, configuration, glossary, engine. */
  readonly settings: string
  /** Digest of the catalogue as the run left it: pages that lack translations may find them in another page's. */
  readonly memory: string
  readonly pages: ReadonlyMap<string, PageRecord>
}

const diagnostic = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  file: z.string(),
  line: z.number(),
  column: z.number(),
  locale: z.string().exactOptional(),
  key: z.string().exactOptional(),
})

const schema = z.object({
  settings: z.string(),
  memory: z.string(),
  pages: z.record(
    z.string(),
    z.object({
      stamps: z.array(z.string()),
      segments: z.number(),
      untranslated: z.number(),
      stale: z.number(),
      diagnostics: z.array(diagnostic),
    }),
  ),
})

/**
 * Reads the index of a target locale. One that is missing, cut short or of another version is an empty one.
 *
 * @param folder the project's `.verso` folder
 */
export async function readRunIndex(folder: string, locale: string): Promise<RunIndex | undefined> {
  try {
    const { pages, ...rest } = schema.parse(JSON.parse(await readFile(indexFile(folder, locale), 'utf8')))
    return { ...rest, pages: new Map(Object.entries(pages)) }
  } catch {
    return undefined
  }
}

export function writeRunIndex(folder: string, locale: string, index: RunIndex): void {
  const text = JSON.stringify({ ...index, pages: Object.fromEntries(index.pages) })
  writeAtomically(indexFile(folder, locale), text)
}

function indexFile(folder: string, locale: string): string {
  return join(folder, `index.${locale}.json`)
}
