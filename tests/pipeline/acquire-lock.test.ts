import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { acquireLock } from '../../src/pipeline/files/acquire-lock.ts'

/** A process that has ended. */
const dead = spawnSync(process.execPath, ['--version']).pid

/** A folder with the lock of another run. */
async function lockedBy(owner: { readonly pid: number; readonly host: string }): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'verso-lock-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'run.lock'))
  await writeFile(join(folder, 'owner.json'), JSON.stringify(owner))
  return folder
}

test('the lock of a run that lives is respected', async () => {
  const folder = await lockedBy({ pid: process.ppid, host: hostname() })
  await expect(acquireLock(folder)).rejects.toMatchObject({ kind: 'locked' })
})

test('the lock of a run on another machine is respected, whatever lives here under its number', async () => {
  const folder = await lockedBy({ pid: dead, host: 'another.example' })
  await expect(acquireLock(folder)).rejects.toMatchObject({ kind: 'locked' })
})

test('the lock of a dead run is taken over at once, by one of those that want it', async () => {
  const folder = await lockedBy({ pid: dead, host: hostname() })
  const ended = await Promise.allSettled([1, 2, 3, 4].map(() => acquireLock(folder)))
  const taken = ended.filter(one => one.status === 'fulfilled')
  expect(taken).toHaveLength(1)
  for (const one of ended) if (one.status === 'rejected') expect(one.reason).toMatchObject({ kind: 'locked' })
  await taken[0]?.value()
})

test('a lock that is given back can be taken again, and leaves nothing', async () => {
  const folder = await lockedBy({ pid: dead, host: hostname() })
  const release = await acquireLock(folder)
  await release()
  expect((await readdir(folder)).sort()).toEqual(['.gitignore'])
  await (await acquireLock(folder))()
})

test('a lock whose owner can’t be noted, as on a full disk, is given back and told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'verso-lock-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  // No file can be written where a folder is, whoever runs the test.
  await mkdir(join(folder, 'owner.json'))
  await expect(acquireLock(folder)).rejects.toMatchObject({
    kind: 'io',
    message: expect.stringMatching(/^\S+ can't be written \(EISDIR\).* Make it writable, then try again\.$/),
  })
  expect((await readdir(folder)).sort()).toEqual(['.gitignore', 'owner.json'])
})
