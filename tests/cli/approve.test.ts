import { expect, test } from 'vitest'
import {
  commit,
  english,
  git,
  page,
  resource,
  reviewed,
  sentence,
  stale,
  suggest,
  target,
} from '../support/reviewed-project.ts'

test('a proposal that is approved is on the page, and reopening keeps the text', async () => {
  const project = await stale()
  await suggest(project, n => `Next, open page ${n}.`)
  const [{ key }] = JSON.parse((await project.run('diff', 'en', '--json')).stdout).pages[0].diffs
  await project.run('approve', 'en', '--key', key)
  expect(await project.read(target)).toContain('\nNext, open page 7.\n')
  expect((await project.run('diff', 'en', '--stat')).stdout).toBe(
    'guide  2 of 60 segments\n2 segments on 1 page\n',
  )
  await project.run('reopen', 'en', '--key', key)
  expect(await project.read(target)).toContain('\nNext, open page 7.\n')
  expect((await project.run('diff', 'en', '--stat')).stdout).toContain('3 segments')
})

test('what a range of commits changed counts as reviewed, if it is still what was merged', async () => {
  const project = await stale()
  await project.run('reopen', 'en', 'guide')
  await suggest(project, n => `Then open page ${n}.`)
  commit(project)
  const merge = async (n: number, text: string) =>
    project.write(resource, (await project.read(resource)).replace(english(n), text))
  await merge(7, 'Merged text of page 7.')
  await merge(8, 'Merged text of page 8.')
  await merge(9, 'Merged text of page 9.')
  commit(project)
  await merge(10, 'Not committed.')
  await project.write(resource, (await project.read(resource)).replace('text of page 8', 'words on page 8'))
  await project.write(
    page,
    (await project.read(page)).replace(sentence(9), 'Ouvrez encore la page 9 du guide.'),
  )
  const { stdout } = await project.run('approve', 'en', '--from-git', 'HEAD^1..HEAD')
  expect(stdout).toContain('1 approved')
  const text = await project.read(target)
  expect(text).toContain('\nMerged text of page 7.\n')
  expect(text).not.toContain('Then open page')
  const { pages } = JSON.parse((await project.run('diff', 'en', '--json')).stdout)
  expect(pages[0].diffs).toHaveLength(59)
  // What a range without an end, or none at all, means.
  expect((await project.run('approve', 'en', '--from-git', 'HEAD')).stdout).toContain('0 approved')
  expect((await project.run('reopen', 'en', 'guide')).stdout).toContain('1 reopened')
  expect((await project.run('approve', 'en', '--from-git')).stdout).toContain('1 approved')
})

test('a page that can not be read is reported, and the others are approved', async () => {
  const project = await reviewed()
  await project.write('content/fr/broken.md', new Uint8Array([0x41, 0xff]))
  await project.run('reopen', 'en', 'guide')
  const { code, stdout, stderr } = await project.run('approve', 'en', '**')
  expect(stderr).toContain('content/fr/broken.md:1:2 error invalid-utf8')
  expect(stdout).toContain('60 approved, 1 page left alone')
  expect(code).toBe(1)
})

test('nothing is marked where a key, a page or a revision is unknown, and the message names it', async () => {
  const project = await stale()
  const [{ key }] = JSON.parse((await project.run('diff', 'en', '--json')).stdout).pages[0].diffs
  commit(project)
  for (const [args, message] of [
    [['--key', key, 'paragraph.none'], 'No segment has the key paragraph.none'],
    [['nowhere'], 'No source page is named by "nowhere"'],
    [['--from-git', 'v9'], 'no such revision here: v9'],
    [['--from-git', 'a...b'], 'BASE..HEAD'],
    [[], 'Say what to approve'],
  ] as const) {
    const { code, stderr } = await project.run('approve', 'en', ...args)
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  }
  expect(git(project, 'status', '--porcelain').stdout).toBe('')
})
