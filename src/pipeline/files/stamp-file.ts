import { type BigIntStats, lstatSync } from 'node:fs'

/** What tells a file's present content from an earlier one without reading it, as Git's index does. */
export type Stamp = string

/** The stamp of a file that isn't there. */
const noFile: Stamp = '-'

/** Size, times in ns and inode: an edit changes one of them. */
export function stampFile(file: string): Stamp {
  const stats = statsOf(file)
  return stats === undefined ? noFile : `${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}:${stats.ino}`
}

function statsOf(file: string): BigIntStats | undefined {
  try {
    return lstatSync(file, { bigint: true, throwIfNoEntry: false })
  } catch (error) {
    // Below what is no folder there is no file either.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw error
  }
}
