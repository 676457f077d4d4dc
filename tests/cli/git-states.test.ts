import { expect, test } from 'vitest'
import { commit, git } from '../support/reviewed-project.ts'
import { createProject } from './project.ts'

const files = {
  'verso.config.yaml': 'source: fr\ntargets: [en]\n',
  '.gitignore': '.verso/\n',
  'content/fr/a.md': 'Ouvrez le menu.\n',
  'content/en/a.md': 'Open the menu.\n',
  'content/fr/b.md': 'Fermez la porte.\n',
  'content/en/b.md': 'Close the door.\n',
}

async function committed() {
  const project = await createProject(files)
  git(project, 'init', '-q', '-b', 'main')
  await project.run('translate', 'en', '--engine', 'memory')
  commit(project)
  return project
}

test('during a rebase the page in conflict is left alone, and all others are worked on', async () => {
  const project = await committed()
  git(project, 'checkout', '-q', '-b', 'side')
  await project.write('content/fr/a.md', 'Ouvrez le grand menu.\n')
  commit(project)
  git(project, 'checkout', '-q', 'main')
  await project.write('content/fr/a.md', 'Ouvrez le petit menu.\n')
  commit(project)
  git(project, 'checkout', '-q', 'side')
  expect(git(project, 'rebase', 'main').status).not.toBe(0)
  await project.write('content/fr/b.md', 'Fermez la porte. Ouvrez la porte.\n')

  const { code, stdout } = await project.run('sync', 'en', '--engine', 'memory')
  expect(code).toBe(1)
  expect(stdout).toMatch(/content.fr.a\.md.*merge-conflict|merge-conflict.*content.fr.a\.md/)
  expect(await project.read('content/en/a.md')).toBe('Open the menu.\n')
  expect(await project.read('content/en/b.md')).toBe('Close the door. Ouvrez la porte.\n')
})

test('a base that was pushed over is compared with as long as Git has it, and named when it is gone', async () => {
  const project = await committed()
  const base = git(project, 'rev-parse', 'HEAD').stdout.trim()
  git(project, 'checkout', '-q', '--orphan', 'anew')
  await project.write('content/fr/b.md', 'Fermez la grande porte.\n')
  commit(project)

  const { stdout } = await project.run('diff', 'en', '--since', base, '--json')
  const { pages } = JSON.parse(stdout)
  expect(pages.map(({ page }: { page: string }) => page)).toEqual(['b'])

  const gone = await project.run('sync', 'en', '--since', '0'.repeat(39).concat('1'), '--engine', 'memory')
  expect(gone.code).toBe(2)
  expect(gone.stderr).toContain('no such revision here')
})
