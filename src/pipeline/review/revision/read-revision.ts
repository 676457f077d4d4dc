import { commitOf } from './commit-of.ts'
import { readGit } from './read-git.ts'
import { runGit } from './run-git.ts'

/**
 * The texts of files as a Git revision has them.
 *
 * @param root the project's root; it need not be the repository's
 * @param files from the root
 * @returns a text for each file that the revision has
 * @throws VersoError `usage` where there is no Git, no repository or no such revision
 */
export function readRevision(
  root: string,
  revision: string,
  files: readonly string[],
): ReadonlyMap<string, string> {
  const commit = commitOf(root, revision)
  // A batch takes a name a line: a name of two lines is asked for by itself.
  const [plain, odd] = [files.filter(file => !file.includes('\n')), files.filter(file => file.includes('\n'))]
  const input = plain.map(file => `${commit}:./${file}\n`).join('')
  const output = readGit(root, ['cat-file', '--batch'], input)
  const texts = new Map<string, string>()
  let at = 0
  for (const file of plain) {
    const lineEnd = output.indexOf(0x0a, at)
    const header = output.subarray(at, lineEnd).toString('utf8')
    at = lineEnd + 1
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(header) ?? []
    // "… missing" has no content after it.
    if (size === undefined) continue
    texts.set(file, output.subarray(at, at + Number(size)).toString('utf8'))
    at += Number(size) + 1
  }
  for (const file of odd) {
    const { status, stdout } = runGit(root, ['show', `${commit}:./${file}`])
    if (status === 0) texts.set(file, stdout.toString('utf8'))
  }
  return texts
}
