import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { acquireLock } from '../../src/pipeline/files/acquire-lock.ts'

/** What happens before a folder is removed, and when a lock is asked for. */
const steps = vi.hoisted(() => ({
  beforeRemoval: (_: string): Promise<unknown> => Promise.resolve(),
  onRequest: (_: string): void => undefined,
}))

vi.mock('node:fs/promises', async importOriginal => {
  const files = await importOriginal<typeof import('node:fs/promises')>()
  const hooked: typeof files.rm = async (path, options) => {
    await steps.beforeRemoval(String(path))
    await files.rm(path, options)
  }
  return { ...files, rm: hooked }
})

vi.mock('proper-lockfile', async importOriginal => {
  const { lock } = await importOriginal<typeof import('proper-lockfile')>()
  const hooked: typeof lock = (file, options) => {
    steps.onRequest(file)
    return lock(file, options)
  }
  return { lock: hooked }
})

test('of two that find the lock of a dead run at the same time, one has it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'verso-lock-'))
  await mkdir(join(folder, 'run.lock'))
  const { pid } = spawnSync(process.execPath, ['--version'])
  await writeFile(join(folder, 'owner.json'), JSON.stringify({ pid, host: hostname() }))

  let arrive = (): void => undefined
  const arrival = new Promise<void>(done => {
    arrive = done
  })
  let second: Promise<unknown> = Promise.resolve()
  let requests = 0
  let removals = 0
  // The second comes when the first is about to remove the lock. It waits at the gate …
  steps.onRequest = file => {
    if (file.endsWith('gate.lock') && ++requests === 2) arrive()
  }
  steps.beforeRemoval = async path => {
    if (!path.endsWith('run.lock')) return
    if (++removals === 1) {
      second = acquireLock(folder)
      await arrival
      return
    }
    // … or, were there none, would go on to remove what is the first one's lock by then.
    arrive()
    await first
  }
  const first = acquireLock(folder)
  const release = await first
  await expect(second).rejects.toMatchObject({ kind: 'locked' })
  await release()
  await rm(folder, { recursive: true })
})
