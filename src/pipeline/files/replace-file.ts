import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Puts a file in the place of another in one step: a temporary file beside it, then a rename. Folders are made.
 *
 * Node's `writeFile` goes on until every byte is written or the disk says no; the packages for this trust one write,
 * which a disk that fills up cuts short without an error. The temporary name is always the same, since there is one
 * writer at a time: what a killed run leaves there is written over.
 *
 * @param file absolute
 * @throws the file system's error
 */
export function replaceFile(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.tmp`
  try {
    writeInFolder(temporary, content)
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
function writeInFolder(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
