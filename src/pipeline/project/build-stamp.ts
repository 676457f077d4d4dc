import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { version } from './version.ts'

/**
 * Tells one build of the program from another, for caches: what it computes may change without a new version, as for
 * a team that runs it from a clone. Every build writes this file anew.
 */
export const buildStamp = `${version} ${statSync(fileURLToPath(import.meta.url)).mtimeMs}`
