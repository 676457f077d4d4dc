import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { base32Digest } from '../../syntax/base32-digest.ts'
import { writeAtomically } from '../files/write-atomically.ts'
import { buildStamp } from '../project/build-stamp.ts'
import type { Project } from '../project/open-project.ts'
import { type PageFileFacts, pageFileFacts } from './page-file-facts.ts'

const schema = z.object({ settings: z.string(), files: z.record(z.string(), pageFileFacts) })

/** What earlier runs read off pages' files, by their paths from the root. A cache: kept out of Git. */
export function readSiteCache(project: Project): Map<string, PageFileFacts> {
  try {
    const { settings, files } = schema.parse(JSON.parse(readFileSync(cacheFile(project), 'utf8')))
    if (settings === settingsOf(project)) return new Map(Object.entries(files))
  } catch {
    // What can't be read is found out again.
  }
  return new Map()
}

/** Leaves the cache for the next run. Where it can't be written, as on a full disk, that one does the work. */
export function writeSiteCache(project: Project, files: ReadonlyMap<string, PageFileFacts>): void {
  try {
    const text = JSON.stringify({ settings: settingsOf(project), files: Object.fromEntries(files) })
    writeAtomically(cacheFile(project), text)
  } catch {}
}

function cacheFile({ root }: Project): string {
  return join(root, '.verso', 'site.json')
}

function settingsOf({ configText }: Project): string {
  return base32Digest(JSON.stringify([buildStamp, configText]), 16)
}
