import { rmdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Removes a folder that is empty, and those above it that are left so; never the root.
 *
 * @param folder from the root
 */
export function removeEmptyFolders(root: string, folder: string): void {
  for (let at = folder; at !== '.' && at !== '/' && at !== ''; at = dirname(at)) {
    try {
      rmdirSync(join(root, at))
    } catch {
      // Something is in it, or it is not ours to remove: an empty folder does no harm.
      return
    }
  }
}
