import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a file in one step (a temporary file beside it, then a rename), and only when its bytes change, so that a
 * killed run leaves either the old file or the new one and an unchanged run touches nothing. Folders are made.
 *
 * @param current the file's present text where the caller knows it; `null` when it knows that there is none
 * @returns whether the file was written
 * @throws the file system's error: `EACCES`, `ENOSPC`, `EROFS`, …
 */
export async function writeAtomically(file: string, text: string, current?: string | null): Promise<boolean> {
  const present = current === undefined ? await readIfThere(file) : current
  if (present === text) return false
  await replace(file, text)
  return true
}

/**
 * Node's `writeFile` goes on until every byte is written or the disk says no; the packages for this trust one write,
 * which a disk that fills up cuts short without an error. The temporary name is always the same, since there is one
 * writer at a time: what a killed run leaves there is written over.
 */
async function replace(file: string, text: string): Promise<void> {
  const temporary = `${file}.tmp`
  try {
    await writeInFolder(temporary, text)
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}

/** The folder is there more often than not. */
async function writeInFolder(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
