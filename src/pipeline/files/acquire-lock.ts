import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { lock } from 'proper-lockfile'
import { VersoError } from '../../verso-error.ts'

/** A lock that a live process stops refreshing for this long counts as left behind, in ms. */
const staleAfter = 10_000

interface Owner {
  readonly pid: number
  readonly host: string
}

/**
 * Makes this process the only writer of a project. A lock whose process is dead (killed, on this machine) is taken
 * over at once; one left behind on another machine after `staleAfter`.
 *
 * @param folder the project's `.verso` folder; made if need be
 * @returns a function that gives the lock back
 * @throws VersoError `locked` when another run is under way, `io` when the folder can't be written
 */
export async function acquireLock(folder: string): Promise<() => Promise<void>> {
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, '.gitignore'), '*\n')
  } catch (cause) {
    throw unwritable(folder, cause)
  }
  const ownerFile = join(folder, 'owner.json')
  // Taking over a dead run's lock is three steps: they are made one process at a time.
  const releaseGate = await lockFolder(folder, 'gate.lock', { retries: 60, minTimeout: 100, maxTimeout: 100 })
  try {
    if (await isOwnerDead(ownerFile)) await rm(join(folder, 'run.lock'), { recursive: true, force: true })
    const release = await lockFolder(folder, 'run.lock', { retries: 0 })
    const owner: Owner = { pid: process.pid, host: hostname() }
    await writeFile(ownerFile, JSON.stringify(owner)).catch(async cause => {
      await release()
      throw unwritable(folder, cause)
    })
    return async () => {
      await rm(ownerFile, { force: true })
      await release()
    }
  } finally {
    await releaseGate()
  }
}

async function lockFolder(
  folder: string,
  name: string,
  retries: { retries: number; minTimeout?: number; maxTimeout?: number },
): Promise<() => Promise<void>> {
  try {
    // Each lock is of a file of its own, which need not exist.
    return await lock(join(folder, name), {
      realpath: false,
      lockfilePath: join(folder, name),
      stale: staleAfter,
      retries,
      onCompromised: () => undefined,
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw unwritable(folder, error)
    throw new VersoError(
      'locked',
      `Another run is under way in this project (lock ${join(folder, name)}). Wait for it to end, then run the command again.`,
      { cause: error },
    )
  }
}

function unwritable(folder: string, cause: unknown): VersoError {
  const { code } = cause as NodeJS.ErrnoException
  const next = code === 'ENOSPC' || code === 'EDQUOT' ? 'Make room on the disk' : 'Make it writable'
  return new VersoError(
    'io',
    `${folder} can't be written (${code}), so that nothing of the project is. ${next}, then try again.`,
    { cause },
  )
}

async function isOwnerDead(ownerFile: string): Promise<boolean> {
  let owner: Owner
  try {
    owner = JSON.parse(await readFile(ownerFile, 'utf8'))
  } catch {
    return false
  }
  if (owner.host !== hostname() || owner.pid === process.pid) return false
  try {
    process.kill(owner.pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
