import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { FileWriter } from './file-writer.ts'
import { readIfThere } from './read-if-there.ts'

/**
 * Writes a file in one step (a temporary file beside it, then a rename), and only when its bytes change, so that a
 * killed run leaves either the old file or the new one and an unchanged run touches nothing. Folders are made.
 *
 * Synchronous: a page's files are small, and a promise for each costs more than writing it.
 */
export const writeAtomically: FileWriter = (file, text, current) => {
  const present = current === undefined ? readIfThere(file) : current
  if (present === text) return false
  replace(file, text)
  return true
}

/**
 * Node's `writeFile` goes on until every byte is written or the disk says no; the packages for this trust one write,
 * which a disk that fills up cuts short without an error. The temporary name is always the same, since there is one
 * writer at a time: what a killed run leaves there is written over.
 */
function replace(file: string, text: string): void {
  const temporary = `${file}.tmp`
  try {
    writeInFolder(temporary, text)
    renameSync(temporary, file)
  } catch (error) {
    removeIfThere(temporary)
    throw error
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // What went wrong before says more.
  }
}

/** The folder is there more often than not. */
function writeInFolder(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
