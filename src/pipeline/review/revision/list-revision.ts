import { commitOf } from './commit-of.ts'
import { readGit } from './read-git.ts'

/**
 * The files below a folder in a Git revision.
 *
 * @param root the project's root; it need not be the repository's
 * @param folder from the root
 * @returns paths from the root
 * @throws VersoError `usage` where there is no Git, no repository or no such revision
 */
export function listRevision(root: string, revision: string, folder: string): readonly string[] {
  const listed = readGit(root, [
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    commitOf(root, revision),
    '--',
    `${folder}/`,
  ])
  return listed
    .toString('utf8')
    .split('\0')
    .filter(file => file !== '')
}
