import { hash } from 'node:crypto'
import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isInside } from '../files/is-inside.ts'

/** What is at an image's path; `other` is a folder, or a link that leads out of the project. */
export type ImageFile =
  | { readonly type: 'missing' | 'other' }
  | { readonly type: 'image'; readonly bytes: Buffer; readonly sha256: string }

/**
 * Reads an image.
 *
 * @param root the project's root with its own links resolved (`realpath`)
 * @param file from the root
 */
export function readImageFile(root: string, file: string): ImageFile {
  const path = join(root, file)
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
      return { type: isInside(root, folderOf(path)) ? 'missing' : 'other' }
    }
    if (!isInside(root, realpathSync.native(path))) return { type: 'other' }
    const bytes = readFileSync(path)
    return { type: 'image', bytes, sha256: hash('sha256', bytes) }
  } catch {
    return { type: 'other' }
  }
}

/** The real place of the nearest folder that is there: where a file would come to be. */
function folderOf(path: string): string {
  const folder = dirname(path)
  const isThere = lstatSync(folder, { throwIfNoEntry: false }) !== undefined
  return isThere ? realpathSync.native(folder) : folderOf(folder)
}
