import type { FileWriter } from './file-writer.ts'
import { readIfThere } from './read-if-there.ts'

/** Writes nothing and says what would be written: for runs that must find everything up to date. */
export const compareOnly: FileWriter = (file, text, current) => {
  const present = current === undefined ? readIfThere(file) : current
  return present !== text
}
