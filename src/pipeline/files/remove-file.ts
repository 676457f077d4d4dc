import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { removeEmptyFolders } from './remove-empty-folders.ts'

/**
 * Removes a file, and the folders that are left empty.
 *
 * @param file from the root; one that isn't there is passed over
 * @throws the file system's error
 */
export function removeFile(root: string, file: string): void {
  rmSync(join(root, file), { force: true })
  removeEmptyFolders(root, dirname(file))
}
