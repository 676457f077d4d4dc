import { spawnSync } from 'node:child_process'
import { VersoError } from '../../verso-error.ts'

/**
 * A file as a Git revision has it; undefined when the revision has no such file.
 *
 * @param file from the root
 * @param isAsked whether a person named the revision: then it has to be one
 * @throws VersoError `usage` for a revision that Git doesn't know, if it was asked for
 */
export function readRevision(
  root: string,
  revision: string,
  file: string,
  isAsked: boolean,
): string | undefined {
  const git = (...args: readonly string[]) => spawnSync('git', [...args], { cwd: root, encoding: 'utf8' })
  const commit = git(
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ).stdout?.trim()
  if (commit) {
    const { status, stdout } = git('show', `${commit}:./${file}`)
    return status === 0 ? stdout : undefined
  }
  if (!isAsked) return undefined
  throw new VersoError(
    'usage',
    `Git knows no revision "${revision}" here. Give --since a commit, a branch or a tag.`,
  )
}
