import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'

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
  if (present === null) await mkdir(dirname(file), { recursive: true })
  await writeFileAtomic(file, text, { encoding: 'utf8', fsync: false })
  return true
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
