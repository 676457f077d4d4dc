import { readFileSync } from 'node:fs'

/**
 * A file's text, or `null` when there is no such file.
 *
 * @throws the file system's error for any other reason
 */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
