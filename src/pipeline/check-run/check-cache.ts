import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeAtomically } from '../files/write-atomically.ts'
import type { PageInspection } from './page-inspection.ts'

/** What an earlier check found out, by the digest of all that it comes from. Worth nothing under other settings. */
export interface CheckCache {
  readonly settings: string
  readonly pages: ReadonlyMap<string, CachedPage>
}

export interface CachedPage {
  readonly digest: string
  readonly inspection: PageInspection
}

/**
 * Reads the cache of a locale. One that is missing, cut short or of other settings is an empty one.
 *
 * @param folder the project's `.verso` folder
 * @param settings digest of the program's version, the configuration and the glossary
 */
export function readCheckCache(folder: string, locale: string, settings: string): CheckCache {
  try {
    const cache = JSON.parse(readFileSync(cacheFile(folder, locale), 'utf8'))
    if (cache.settings === settings) return { settings, pages: new Map(cache.pages) }
  } catch {
    // What can't be read is found out again.
  }
  return { settings, pages: new Map() }
}

/** Leaves the cache for the next check. Where it can't be written, as on a full disk, that one does the work. */
export async function writeCheckCache(folder: string, locale: string, cache: CheckCache): Promise<void> {
  const text = JSON.stringify({ settings: cache.settings, pages: [...cache.pages] })
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, '.gitignore'), '*\n')
    await writeAtomically(cacheFile(folder, locale), text, null)
  } catch {
    return
  }
}

function cacheFile(folder: string, locale: string): string {
  return join(folder, `check.${locale}.json`)
}
