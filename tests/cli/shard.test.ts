import { expect, test } from 'vitest'
import { createProject, type TestProject } from './project.ts'

const names = ['accueil', 'borne', 'carte', 'données', 'export', 'facture', 'gestion']
const files = Object.fromEntries(
  names.map((name, n) => [
    `content/fr/${name}.md`,
    `# Page ${name}\n\nCliquez sur **Autoriser**.\n\nPhrase numéro ${n} de la page.\n`,
  ]),
)

test.each(['pseudo', 'memory'])(
  'the shards of a run with engine %s, put together, are what one run writes',
  async engine => {
    const whole = await createProject(files)
    await whole.run('translate', 'en', '--engine', engine)
    const together = await createProject(files)
    for (const shard of ['1/3', '2/3', '3/3']) {
      const part = await createProject(files)
      const { code, stdout } = await part.run(
        'translate',
        'en',
        '--engine',
        engine,
        '--shard',
        shard,
        '--json',
      )
      expect(code).toBe(0)
      expect([2, 3]).toContain(JSON.parse(stdout).pages)
      for (const file of await part.list()) await together.write(file, await part.bytes(file))
    }
    expect(await textsOf(together)).toEqual(await textsOf(whole))
  },
)

test.each(['0/2', '3/2', '1', '1/0', 'a/b', '-1/2'])('--shard %s is refused', async shard => {
  const project = await createProject(files)
  const { code, stderr } = await project.run('translate', 'en', `--shard=${shard}`)
  expect(code).toBe(2)
  expect(stderr).toContain('Give a part and the number of parts')
})

async function textsOf(project: TestProject): Promise<Readonly<Record<string, string>>> {
  const list = await project.list()
  return Object.fromEntries(
    await Promise.all(list.map(async file => [file, await project.read(file)] as const)),
  )
}
