import { lstatSync } from 'node:fs'

/** What tells a file's present content from an earlier one without reading it, as Git's index does. */
export type Stamp = string

/** The stamp of a file that isn't there. */
const noFile: Stamp = '-'

/** Size, times in ns and inode: an edit changes one of them. */
export function stampFile(file: string): Stamp {
  const stats = lstatSync(file, { bigint: true, throwIfNoEntry: false })
  return stats === undefined ? noFile : `${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}:${stats.ino}`
}
