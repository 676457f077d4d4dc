import { spawnSync } from 'node:child_process'
import { VersoError } from '../../../verso-error.ts'

/** @throws VersoError `usage` where there is no Git */
export function runGit(cwd: string, args: readonly string[], input = '') {
  const { error, ...result } = spawnSync('git', args, { cwd, input, maxBuffer: 1 << 30 })
  if (error === undefined) return result
  throw new VersoError('usage', `Git is needed to read a revision, and can't be run: ${error.message}.`, {
    cause: error,
  })
}
