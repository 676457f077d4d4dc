import { lstatSync } from 'node:fs'
import { join } from 'node:path'

/** Whether two paths from the root lead to one file, as two spellings do where upper and lower case are one. */
export function isSameFile(root: string, a: string, b: string): boolean {
  const [one, other] = [a, b].map(file => lstatSync(join(root, file), { throwIfNoEntry: false }))
  return one !== undefined && one.ino === other?.ino && one.dev === other.dev
}
