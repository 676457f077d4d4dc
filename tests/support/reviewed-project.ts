import { spawnSync } from 'node:child_process'
import { expect } from 'vitest'
import { createProject, type TestProject } from '../cli/project.ts'

export const page = 'content/fr/guide.md'
export const target = 'content/en/guide.md'
export const resource = 'locales/en/guide.json'
export const sentence = (n: number) => `Ouvrez la page numéro ${n} du guide.`
export const english = (n: number) => `Open page number ${n} of the guide.`
export const changed = [7, 30, 55]

/** A page of 60 segments that a person translated. */
export async function reviewed(): Promise<TestProject> {
  const numbers = Array.from({ length: 60 }, (_, n) => n)
  const project = await createProject({
    [page]: numbers.map(n => `${sentence(n)}\n`).join('\n'),
    [target]: numbers.map(n => `${english(n)}\n`).join('\n'),
    'verso.config.yaml': 'engine: memory\n',
    '.gitignore': '.verso/\n',
  })
  await project.run('translate', 'en')
  expect((await project.run('diff', 'en')).stdout).toBe('0 segments on 0 pages\n')
  return project
}

/** The same, its source changed in three segments since. */
export async function stale(): Promise<TestProject> {
  const project = await reviewed()
  let text = await project.read(page)
  for (const n of changed) text = text.replace(sentence(n), `Ouvrez ensuite la page ${n} du guide.`)
  await project.write(page, text)
  await project.run('translate', 'en')
  return project
}

/** Gives each stale segment the suggestion that an engine would. */
export async function suggest(project: TestProject, textOf: (n: string) => string): Promise<void> {
  const sidecar = 'locales/en/guide.state.jsonl'
  const states = (await project.read(sidecar)).replace(
    /"previousSource":"Ouvrez la page numéro (\d+) du guide\."/g,
    (match, n: string) => `${match},"suggestion":{"target":"${textOf(n)}","origin":"draft","score":80}`,
  )
  await project.write(sidecar, states)
}

export const git = (project: TestProject, ...args: readonly string[]) =>
  spawnSync('git', ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.org', ...args], {
    cwd: project.root,
    encoding: 'utf8',
  })

export function commit(project: TestProject): void {
  git(project, 'init', '-q')
  git(project, 'add', '-A')
  git(project, 'commit', '-qm', 'x')
}

const lines = (text: string) => text.split('\n')

export const changedLines = (before: string, after: string) =>
  lines(after).filter((line, n) => line !== lines(before)[n]).length
