import { describe, expect, test } from 'vitest'
import { createProject } from './project.ts'

const french = `## Le menu

Ouvrez le menu. Fermez la porte.

- Allumez la lampe.
- Tirez le rideau.
`

const english = `## The Menu

Open the menu. Close the door.

- Switch on the lamp.
- Draw the curtain.
`

async function translatedProject() {
  const project = await createProject({ 'content/fr/a.md': french, 'content/en/a.md': english })
  await project.run('translate', 'en', '--engine', 'memory')
  return project
}

describe('hand edits of a target page', () => {
  test('take in a page that was translated by hand, without changing a byte of it', async () => {
    const project = await translatedProject()
    expect(await project.read('content/en/a.md')).toBe(english)
    expect(Object.values(JSON.parse(await project.read('locales/en/a.json')))).toEqual([
      'The Menu',
      'Open the menu.',
      'Close the door.',
      'Switch on the lamp.',
      'Draw the curtain.',
    ])
    const states = (await project.read('locales/en/a.state.jsonl')).trim().split('\n')
    expect(states.filter(line => line.includes('"state":"reviewed","origin":"human"'))).toHaveLength(5)
  })

  test('take in an edited sentence as reviewed and leave the page as the person left it', async () => {
    const project = await translatedProject()
    const edited = english.replace('Close the door.', 'Shut the door firmly.')
    await project.write('content/en/a.md', edited)
    const { code } = await project.run('translate', 'en', '--engine', 'memory')
    expect(code).toBe(0)
    expect(await project.read('content/en/a.md')).toBe(edited)
    expect(await project.read('locales/en/a.json')).toContain('"Shut the door firmly."')
  })

  test('survive a change of the source elsewhere in the page', async () => {
    const project = await translatedProject()
    await project.write('content/en/a.md', english.replace('Close the door.', 'Shut the door firmly.'))
    await project.write('content/fr/a.md', french.replace('Le menu', 'Le menu principal'))
    const { stdout } = await project.run('translate', 'en', '--engine', 'memory', '--json')
    const { stale, untranslated, diagnostics } = JSON.parse(stdout)
    expect({ stale, untranslated }).toEqual({ stale: 1, untranslated: 0 })
    expect(diagnostics.map(({ code }: { code: string }) => code).toSorted()).toEqual([
      'hand-edit-taken',
      'stale',
    ])
    expect(await project.read('content/en/a.md')).toBe(
      english.replace('Close the door.', 'Shut the door firmly.'),
    )
    expect(await project.read('locales/en/a.state.jsonl')).toContain('"previousSource":"Le menu"')
  })

  test('win over a change of the source in the same sentence, which is reported with all versions', async () => {
    const project = await translatedProject()
    await project.write('content/en/a.md', english.replace('Close the door.', 'Shut the door firmly.'))
    await project.write('content/fr/a.md', french.replace('Fermez la porte.', 'Fermez bien la porte.'))
    const { stdout } = await project.run('translate', 'en', '--json')
    const conflict = JSON.parse(stdout).diagnostics.find(
      ({ code }: { code: string }) => code === 'hand-edit-conflict',
    )
    for (const version of [
      'Fermez la porte.',
      'Fermez bien la porte.',
      'Close the door.',
      'Shut the door firmly.',
    ]) {
      expect(conflict.message).toContain(version)
    }
    expect(await project.read('content/en/a.md')).toContain('Shut the door firmly.')
  })

  test('keep a paragraph that was added for the readers of the target, and patch around it', async () => {
    const project = await translatedProject()
    const added = english.replace('- Switch', 'Mind the step outside the door, which is new.\n\n- Switch')
    await project.write('content/en/a.md', added)
    const first = await project.run('translate', 'en', '--json')
    expect(first.stdout).toContain('hand-edit-unaligned')
    expect(await project.read('content/en/a.md')).toBe(added)
    const edited = JSON.parse(await project.read('locales/en/a.json'))
    const key = Object.keys(edited).find(name => edited[name] === 'Draw the curtain.') ?? ''
    await project.write(
      'locales/en/a.json',
      (await project.read('locales/en/a.json')).replace('Draw the curtain.', 'Pull the curtain.'),
    )
    expect(key).not.toBe('')
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.read('content/en/a.md')).toBe(
      added.replace('Draw the curtain.', 'Pull the curtain.'),
    )
  })

  test('that drop a label, a link or an address stand, and are an error of translate and of check, once', async () => {
    const source = 'Cliquez sur **MENU**.\n\nLisez [le guide](/g).\n\nÉcrivez à a@exemple.fr.\n'
    const project = await createProject({
      'content/fr/a.md': source,
      'content/en/a.md': 'Click **MENU**.\n\nRead [the guide](/g).\n\nWrite to a@exemple.fr.\n',
      'verso.config.yaml': 'engine: memory\n',
    })
    await project.run('translate', 'en')
    const edited = 'Click the menu.\n\nRead the guide.\n\nWrite to us.\n'
    await project.write('content/en/a.md', edited)
    for (let times = 0; times < 2; times++) {
      const { code, stdout } = await project.run('translate', 'en', '--json')
      const codes = JSON.parse(stdout).diagnostics.map((one: { code: string }) => one.code)
      expect(codes.filter((one: string) => one === 'codes-changed')).toHaveLength(3)
      expect(code).toBe(1)
    }
    expect(await project.read('content/en/a.md')).toBe(edited)
    const { stdout } = await project.run('check', 'en', '--format', 'json')
    const found = JSON.parse(stdout).diagnostics.map((one: { code: string; line: number }) => [
      one.line,
      one.code,
    ])
    expect(found).toEqual(
      expect.arrayContaining([
        [1, 'label-changed'],
        [3, 'link-changed'],
        [5, 'email-changed'],
      ]),
    )
    expect(found.filter(([, one]: [number, string]) => one === 'codes-changed')).toEqual([])
  })

  test('are told from edits of the catalogue, which go onto the page', async () => {
    const project = await translatedProject()
    const catalogue = await project.read('locales/en/a.json')
    await project.write('locales/en/a.json', catalogue.replace('Open the menu.', 'Go to the menu.'))
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.read('content/en/a.md')).toBe(english.replace('Open the menu.', 'Go to the menu.'))
    expect(await project.read('locales/en/a.json')).toContain('Go to the menu.')
  })

  test('give a repeated sentence a translation of its own where only one of them was edited', async () => {
    const project = await createProject({
      'content/fr/a.md': 'Ouvrez le menu.\n\nFermez la porte.\n\nOuvrez le menu.\n',
      'content/en/a.md': 'Open the menu.\n\nClose the door.\n\nOpen the menu.\n',
    })
    await project.run('translate', 'en', '--engine', 'memory')
    await project.write('content/en/a.md', 'Open the menu.\n\nClose the door.\n\nOpen it again.\n')
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.read('content/en/a.md')).toBe(
      'Open the menu.\n\nClose the door.\n\nOpen it again.\n',
    )
    expect(await project.read('locales/en/a.json')).toMatch(/~2": "Open it again\."/)
  })
})

describe('a page that a person gave a structure of its own', () => {
  const frenchPage = `# Le guide

Ouvrez le menu. Fermez la porte.

![Une lampe](lampe.png)

- Allumez la lampe.
- Tirez le rideau.

Voilà, c'est fini.
`
  const englishPage = `# The Guide

Open the menu. Close the door.

A note for **English** readers   alone.

![A lamp](lampe.png)

- Switch on the lamp.
- Draw the curtain.

That is all.
`

  /** Written by Verso, then given a note that the source doesn't have. */
  async function divergedProject() {
    const note = 'A note for **English** readers   alone.\n\n'
    const project = await createProject({
      'content/fr/a.md': frenchPage,
      'content/en/a.md': englishPage.replace(note, ''),
      'content/fr/b.md': 'Appuyez sur le bouton.\n',
      'content/en/b.md': 'Press the button.\n',
    })
    await project.run('translate', 'en', '--engine', 'memory')
    await project.write('content/en/a.md', englishPage)
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.read('content/en/a.md')).toBe(englishPage)
    return project
  }

  async function translate(project: Awaited<ReturnType<typeof createProject>>) {
    const { stdout } = await project.run('translate', 'en', '--json')
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; message: string }[] }
    return diagnostics
  }

  test.each([
    [
      'paragraph',
      'Fermez la porte.',
      '\n\nAppuyez sur le bouton.',
      'Close the door.',
      '\n\nPress the button.',
    ],
    ['heading', 'Fermez la porte.', '\n\n## Tout neuf', 'Close the door.', '\n\n## Tout neuf'],
    ['list item', '- Allumez la lampe.', '\n- Éteignez tout.', '- Switch on the lamp.', '\n- Éteignez tout.'],
    ['image', 'Fermez la porte.', '\n\n![Un mur](mur.png)', 'Close the door.', '\n\n![Un mur](mur.png)'],
    ['sentence', 'Fermez la porte.', ' Sortez vite.', 'Close the door.', ' Sortez vite.'],
  ])(
    'is given a new %s after its aligned neighbour, and nothing else',
    async (_, place, text, on, expected) => {
      const project = await divergedProject()
      await project.write('content/fr/a.md', frenchPage.replace(place, place + text))
      await project.run('translate', 'en', '--engine', 'memory')
      expect(await project.read('content/en/a.md')).toBe(englishPage.replace(on, on + expected))
      const before = await project.snapshot()
      await project.remove('.verso')
      await project.run('translate', 'en', '--engine', 'memory')
      expect(await project.snapshot()).toEqual(before)
    },
  )

  test('follows an image path that the source changed, and keeps one that a person changed', async () => {
    const project = await divergedProject()
    await project.write('content/fr/a.md', frenchPage.replace('lampe.png', 'lampe-2.png'))
    await project.run('translate', 'en', '--engine', 'memory')
    const followed = englishPage.replace('lampe.png', 'lampe-2.png')
    expect(await project.read('content/en/a.md')).toBe(followed)
    const own = followed.replace('lampe-2.png', 'lamp.png')
    await project.write('content/en/a.md', own)
    await project.write('content/fr/a.md', frenchPage.replace('lampe.png', 'lampe-3.png'))
    const diagnostics = await translate(project)
    expect(diagnostics.map(({ code }) => code)).toContain('hand-edit-conflict')
    expect(await project.read('content/en/a.md')).toBe(own)
  })

  test('keeps what the source has no more, and proposes to remove it in every run', async () => {
    const project = await divergedProject()
    await project.write('content/fr/a.md', frenchPage.replace("\n\nVoilà, c'est fini.", ''))
    const first = await translate(project)
    expect(await project.read('content/en/a.md')).toBe(englishPage)
    expect(first.filter(({ code }) => code === 'removal-proposed')).toHaveLength(1)
    await project.remove('.verso')
    const second = await translate(project)
    expect(second.filter(({ code }) => code === 'removal-proposed')).toHaveLength(1)
  })

  test('keeps what a machine made of a source that is gone, and goes on proposing to remove it', async () => {
    const project = await createProject({
      'content/fr/a.md': 'Ouvrez la porte.\n\nFermez la fenêtre.\n',
      'verso.config.yaml': 'engine: pseudo\n',
    })
    await project.run('translate', 'en')
    const page = `${await project.read('content/en/a.md')}\nA note of our own.\n`
    await project.write('content/en/a.md', page)
    await project.run('translate', 'en')
    await project.write('content/fr/a.md', 'Ouvrez la porte.\n')
    for (let times = 0; times < 2; times++) {
      await project.remove('.verso')
      expect((await translate(project)).map(({ code }) => code)).toContain('removal-proposed')
      expect(await project.read('content/en/a.md')).toBe(page)
    }
  })

  test('has the one span of a changed sentence changed, when its translation is there', async () => {
    const project = await divergedProject()
    const catalogue = await project.read('locales/en/a.json')
    await project.write('locales/en/a.json', catalogue.replace('Draw the curtain.', 'Pull the curtain.'))
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.read('content/en/a.md')).toBe(
      englishPage.replace('Draw the curtain.', 'Pull the curtain.'),
    )
  })

  test('keeps the sentence before a repeated one when its source changed', async () => {
    const source = '- Un.\n- Tirez le rideau.\n\nAllumez la lampe.\n\n- Tirez le rideau.\n'
    const page = 'Own words.\n\n- One.\n- Draw the curtain.\n\nSwitch on the lamp.\n\n- Draw the curtain.\n'
    const project = await createProject({
      'content/fr/a.md': source,
      'content/en/a.md': page.replace('Own words.\n\n', ''),
    })
    await project.run('translate', 'en', '--engine', 'memory')
    await project.write('content/en/a.md', page)
    await project.run('translate', 'en', '--engine', 'memory')
    await project.write('content/fr/a.md', source.replace('la lampe', 'vite la lampe'))
    const diagnostics = await translate(project)
    expect(await project.read('content/en/a.md')).toBe(page)
    expect(diagnostics.map(({ code }) => code)).toContain('stale')
  })

  test('is asked no engine for what it has no place for', async () => {
    const project = await createProject({
      'content/fr/a.md': 'Ouvrez la porte.\n\nFermez la fenêtre.\n\n- Allumez la lampe.\n',
      'content/en/a.md': '# Another page\n\nWith a text of its own.\n',
    })
    const { stdout } = await project.run('translate', 'en', '--engine', 'pseudo', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ fromEngine: 0 })
    const diagnostics = await translate(project)
    expect(diagnostics.filter(({ code }) => code === 'source-unplaced')).toHaveLength(1)
    expect(await project.read('content/en/a.md')).toBe('# Another page\n\nWith a text of its own.\n')
  })

  test.each([
    ['front matter', '---\ntitle: Menu\n---\n\n', 'Ouvrez le menu.\n\n'],
    ['nothing', '', 'Ouvrez le menu.\n\n'],
    ['code', '```\n12\n```\n\n', 'Ouvrez le menu.\n\n'],
    ['a comment', '<!-- 12 -->\n\n', '## Le menu\n\n![](menu.png)\n\n'],
  ])('has what is new at the top of its source at its own, after %s', async (_, top, added) => {
    const project = await createProject({
      'verso.config.yaml': 'frontMatter: { title: translate }\n',
      'content/fr/a.md': `${top}Fermez la porte.\n`,
      'content/en/a.md': `${top}Close the door.\n\nOnly in English.\n`,
    })
    await project.run('translate', 'en', '--engine', 'memory')
    await project.write('content/fr/a.md', `${top}${added}Fermez la porte.\n`)
    await project.run('translate', 'en', '--engine', 'memory')
    const page = `${top}${added}Close the door.\n\nOnly in English.\n`
    expect(await project.read('content/en/a.md')).toBe(page)
    await project.remove('.verso')
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.read('content/en/a.md')).toBe(page)
  })
})

describe('what one text of a shaped page says for several sentences', () => {
  const source = 'Ouvrez le menu. Fermez la porte.\n\n- Allumez la lampe.\n'
  const page = 'Open the menu, then close the door.\n\nA note of our own.\n\n- Switch on the lamp.\n'

  async function shapedProject() {
    const project = await createProject({
      'content/fr/a.md': source,
      'content/en/a.md': 'Open the menu. Close the door.\n\n- Switch on the lamp.\n',
      'verso.config.yaml': 'engine: memory\n',
    })
    await project.run('translate', 'en')
    await project.write('content/en/a.md', page)
    await project.run('translate', 'en')
    return project
  }

  const change = async (project: Awaited<ReturnType<typeof createProject>>, from: string, to: string) =>
    project.write('locales/en/a.json', (await project.read('locales/en/a.json')).replace(from, to))

  /** What a run tells, and that the run after it finds nothing to do. */
  async function settle(project: Awaited<ReturnType<typeof createProject>>) {
    const codes = async () =>
      JSON.parse((await project.run('translate', 'en', '--json')).stdout).diagnostics.map(
        ({ code }: { code: string }) => code,
      )
    const told = await codes()
    const before = await project.snapshot()
    await project.remove('.verso')
    expect(await codes()).toEqual(told)
    expect(await project.snapshot()).toEqual(before)
    return told
  }

  test('stays as it is, and follows the catalogue', async () => {
    const project = await shapedProject()
    expect(await settle(project)).toEqual([])
    expect(await project.read('content/en/a.md')).toBe(page)
    await change(project, ', then close', '; then close')
    expect(await settle(project)).toEqual([])
    expect(await project.read('content/en/a.md')).toBe(page.replace(', then', '; then'))
  })

  test('is no edit of the page where the catalogue’s text could not be put there', async () => {
    const project = await shapedProject()
    await change(project, 'Switch on the lamp.', '<p>')
    expect(await settle(project)).toEqual(['structure-changed'])
    expect(await project.read('content/en/a.md')).toBe(page)
    expect(await project.read('locales/en/a.json')).toContain('"<p>"')
  })
})
