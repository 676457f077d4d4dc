import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { removeEmptyFolders } from '../remove-empty-folders.ts'
import { removeFile } from '../remove-file.ts'
import type { RunFiles } from '../run/run-tools.ts'

/**
 * Puts files where they belong now, or only makes it look so to the run: the old ones then stand in for the new. Paths
 * are from the root. Each throws the file system's error.
 */
export interface Mover {
  readonly isWriting: boolean
  /** A file that isn't there is passed over. */
  move(from: string, to: string): void
  /** @param text of `from`, which stays */
  copy(from: string, to: string, text: string): void
  remove(file: string): void
  write(file: string, text: string): void
  /** Files that were written, or would be. */
  readonly files: readonly string[]
}

export function createMover({ project: { root }, writeFile, standIns }: RunFiles, isWriting: boolean): Mover {
  const files = new Set<string>()
  return {
    isWriting,
    move(from, to) {
      if (!existsSync(join(root, from))) return
      files.add(to)
      if (!isWriting) {
        standIns.set(to, from)
        return
      }
      mkdirSync(dirname(join(root, to)), { recursive: true })
      renameSync(join(root, from), join(root, to))
      removeEmptyFolders(root, dirname(from))
    },
    copy(from, to, text) {
      files.add(to)
      if (isWriting) writeFile(join(root, to), text, null)
      else standIns.set(to, from)
    },
    remove(file) {
      if (isWriting) removeFile(root, file)
      else standIns.set(file, undefined)
    },
    write(file, text) {
      if (isWriting) writeFile(join(root, file), text)
    },
    get files() {
      return [...files]
    },
  }
}
