import { expect, test } from 'vitest'
import { createProject } from './project.ts'

const french = 'Ouvrez le menu. Fermez la porte.\n'
const english = 'Open the menu. Close the door.\n'
const resource = 'locales/en/a.json'

/** Both edited one sentence since the last run: one person the page, another one the catalogue. */
async function conflict() {
  const project = await createProject({
    'content/fr/a.md': french,
    'content/en/a.md': english,
    'verso.config.yaml': 'engine: memory\n',
  })
  await project.run('translate', 'en')
  await project.write('content/en/a.md', english.replace('Close', 'Shut'))
  await project.write(resource, (await project.read(resource)).replace('Close', 'Lock'))
  const { stdout } = await project.run('translate', 'en', '--json')
  return { project, diagnostics: JSON.parse(stdout).diagnostics as { code: string; message: string }[] }
}

test('a sentence edited on the page and in the catalogue keeps both texts, and tells so until one is approved', async () => {
  const { project, diagnostics } = await conflict()
  expect(await project.read('content/en/a.md')).toBe('Open the menu. Shut the door.\n')
  expect(await project.read('locales/en/a.state.jsonl')).toContain('"alternatives":["Lock the door."]')
  const told = diagnostics.filter(({ code }) => code === 'hand-edit-conflict')
  expect(told).toHaveLength(1)
  expect(told[0]?.message).toMatch(/“Lock the door\.”.*“Shut the door\.”/)
  const before = await project.snapshot()
  expect((await project.run('translate', 'en', '--json')).stdout).toContain('hand-edit-conflict')
  expect(await project.snapshot()).toEqual(before)
  expect((await project.run('diff', 'en')).stdout).toMatch(/en +Shut the door\.\n +or +Lock the door\./)
  await project.run('approve', 'en', 'a')
  expect((await project.run('diff', 'en')).stdout).toContain('0 segments')
  expect(await project.read('content/en/a.md')).toBe('Open the menu. Shut the door.\n')
})

test('both texts outlive a change of the source and the loss of the sentence', async () => {
  const { project } = await conflict()
  await project.write('content/fr/a.md', french.replace('la porte', 'bien la porte'))
  await project.run('translate', 'en')
  expect(await project.read('locales/en/a.state.jsonl')).toContain('Lock the door.')
  await project.write('content/fr/a.md', 'Ouvrez le menu.\n')
  await project.run('translate', 'en')
  expect(await project.read('locales/en/a.state.jsonl')).toContain('Lock the door.')
  expect(await project.read(resource)).toContain('Shut the door.')
})
