import { expect, test } from 'vitest'
import { createProject } from './project.ts'

const french = '# Le menu\n\nOuvrez le menu.\nFermez la porte.\n\n- Un.\n- Deux.\n'
const english = '# The Menu\n\nOpen the menu.\nClose the door.\n\n- One.\n- Two.\n'
const crlf = (text: string) => text.replaceAll('\n', '\r\n')

async function translated() {
  const project = await createProject({
    'content/fr/a.md': french,
    'content/en/a.md': english,
    'verso.config.yaml': 'engine: memory\n',
  })
  await project.run('translate', 'en')
  return project
}

test.each([
  ['other line ends', crlf(english)],
  ['a byte-order mark', `\uFEFF${english}`],
  ['no final newline', english.trimEnd()],
  ['blank lines at its end', `${english}\n\n`],
])(
  'a page that came to have %s is written as before, is no edit, and follows its source',
  async (_, text) => {
    const project = await translated()
    await project.write('content/en/a.md', text)
    const { stdout } = await project.run('translate', 'en', '--json')
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] }
    expect(diagnostics.map(({ code }) => code)).toEqual(['line-ends-restored'])
    expect(await project.read('content/en/a.md')).toBe(english)
    expect(await project.read('locales/en/a.state.jsonl')).not.toContain('diverged')
  },
)

test('a sentence edited along with all line ends is taken in, and the page goes on being written', async () => {
  const project = await translated()
  await project.write('content/en/a.md', crlf(english.replace('Close', 'Shut')))
  await project.write('content/fr/a.md', `${french}- Trois.\n`)
  await project.run('translate', 'en')
  expect(await project.read('content/en/a.md')).toBe(`${english.replace('Close', 'Shut')}- Trois.\n`)
  const before = await project.snapshot()
  await project.run('translate', 'en')
  expect(await project.snapshot()).toEqual(before)
})

test('a page that a formatter went over keeps its layout, and a changed source patches the right sentence', async () => {
  const source = `# Le menu\n\nOuvrez le *menu*. Fermez la porte.\n\n* Allumez la lampe.\n* Tirez le rideau.\n\n| Nom | Rôle |\n|-|-|\n| Lampe | Éclairer |\n`
  const page = `# The Menu\n\nOpen the *menu*. Close the door.\n\n* Switch on the lamp.\n* Draw the curtain.\n\n| Name | Role |\n|-|-|\n| Lamp | Light |\n`
  const formatted = `# The Menu\n\nOpen the _menu_.\nClose the door.\n\n- Switch on the lamp.\n- Draw the curtain.\n\n| Name | Role  |\n| ---- | ----- |\n| Lamp | Light |\n`
  const project = await createProject({
    'content/fr/a.md': source,
    'content/en/a.md': page,
    'content/fr/b.md': 'Tirez vite le rideau.\n\nAérer\n',
    'content/en/b.md': 'Draw the curtain quickly.\n\nAir\n',
    'verso.config.yaml': 'engine: memory\n',
  })
  await project.run('translate', 'en')
  await project.write('content/en/a.md', formatted)
  await project.run('translate', 'en')
  expect(await project.read('content/en/a.md')).toBe(formatted)
  await project.write('content/fr/a.md', source.replace('Tirez le', 'Tirez vite le'))
  await project.run('translate', 'en')
  await project.run('approve', 'en', 'a')
  expect(await project.read('content/en/a.md')).toBe(
    formatted.replace('Draw the curtain.', 'Draw the curtain quickly.'),
  )
})

test('a page without a sentence follows its source, and one that a person changed stays and is told once as foreign', async () => {
  const code = (command: string) => `\`\`\`\n${command}\n\`\`\`\n`
  const project = await createProject({
    'content/fr/a.md': code('run'),
    'content/fr/b.md': code('run'),
    'content/en/b.md': code('my own'),
    'verso.config.yaml': 'engine: memory\n',
  })
  const codesOf = async () => {
    const { diagnostics } = JSON.parse((await project.run('translate', 'en', '--json')).stdout)
    return diagnostics.map(({ code }: { code: string }) => code)
  }
  expect(await codesOf()).toEqual(['page-foreign'])
  for (const page of ['a', 'b']) await project.write(`content/fr/${page}.md`, code('stop'))
  expect(await codesOf()).toEqual(['hand-edit-conflict'])
  expect(await project.read('content/en/a.md')).toBe(code('stop'))
  expect(await project.read('content/en/b.md')).toBe(code('my own'))
})
