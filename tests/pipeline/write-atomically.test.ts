import { lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { writeAtomically } from '../../src/pipeline/files/write-atomically.ts'

let folder = ''

beforeEach(async () => {
  const made = await mkdtemp(join(tmpdir(), 'verso-write-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  folder = made
})

test('a file is replaced by another one, never written into', async () => {
  const file = join(folder, 'a.md')
  await writeFile(file, 'Un')
  const before = await lstat(file)
  expect(writeAtomically(file, 'Deux')).toBe(true)
  expect((await lstat(file)).ino).not.toBe(before.ino)
  expect(await readFile(file, 'utf8')).toBe('Deux')
  expect(await readdir(folder)).toEqual(['a.md'])
})

test('a file whose bytes stay is not touched', async () => {
  const file = join(folder, 'a.md')
  await writeFile(file, 'Un')
  const before = await lstat(file, { bigint: true })
  expect(writeAtomically(file, 'Un')).toBe(false)
  const after = await lstat(file, { bigint: true })
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs])
})

test('what can’t be written leaves what was there, and nothing beside it', async () => {
  const file = join(folder, 'a.md')
  await mkdir(file)
  expect(() => writeAtomically(file, 'Un', null)).toThrow()
  expect(await readdir(folder)).toEqual(['a.md'])
})

test('folders are made', async () => {
  const file = join(folder, 'b/c/a.md')
  expect(writeAtomically(file, 'Un')).toBe(true)
  expect(await readFile(file, 'utf8')).toBe('Un')
})
