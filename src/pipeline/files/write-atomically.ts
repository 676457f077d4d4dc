import type { FileWriter } from './file-writer.ts'
import { readIfThere } from './read-if-there.ts'
import { replaceFile } from './replace-file.ts'

/**
 * Writes a file in one step (a temporary file beside it, then a rename), and only when its bytes change, so that a
 * killed run leaves either the old file or the new one and an unchanged run touches nothing. Folders are made.
 *
 * Synchronous: a page's files are small, and a promise for each costs more than writing it.
 */
export const writeAtomically: FileWriter = (file, text, current) => {
  const present = current === undefined ? readIfThere(file) : current
  if (present === text) return false
  replaceFile(file, text)
  return true
}
