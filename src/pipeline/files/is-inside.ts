import { relative, sep } from 'node:path'

/** Whether a path is the root or below it. Both are absolute, with links resolved. */
export function isInside(root: string, path: string): boolean {
  const steps = relative(root, path)
  return steps !== '..' && !steps.startsWith(`..${sep}`)
}
