import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The configuration's file name; its folder is the project's root. */
export const configFile = 'verso.config.yaml'

/**
 * The folder of the nearest `verso.config.yaml` upwards from `from`, or `from` itself when there is none.
 *
 * @param from an absolute or relative folder
 * @returns an absolute folder
 */
export function findRoot(from: string): string {
  const start = resolve(from)
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, configFile))) return folder
    if (dirname(folder) === folder) return start
  }
}
