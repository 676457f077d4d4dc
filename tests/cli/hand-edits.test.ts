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
  await project.run('translate', 'en')
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
    const { code } = await project.run('translate', 'en')
    expect(code).toBe(0)
    expect(await project.read('content/en/a.md')).toBe(edited)
    expect(await project.read('locales/en/a.json')).toContain('"Shut the door firmly."')
  })

  test('survive a change of the source elsewhere in the page', async () => {
    const project = await translatedProject()
    await project.write('content/en/a.md', english.replace('Close the door.', 'Shut the door firmly.'))
    await project.write('content/fr/a.md', french.replace('Le menu', 'Le menu principal'))
    const { stdout } = await project.run('translate', 'en', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ stale: 1 })
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
    await project.run('translate', 'en')
    expect(await project.read('content/en/a.md')).toBe(
      added.replace('Draw the curtain.', 'Pull the curtain.'),
    )
  })

  test('are told from edits of the catalogue, which go onto the page', async () => {
    const project = await translatedProject()
    const catalogue = await project.read('locales/en/a.json')
    await project.write('locales/en/a.json', catalogue.replace('Open the menu.', 'Go to the menu.'))
    await project.run('translate', 'en')
    expect(await project.read('content/en/a.md')).toBe(english.replace('Open the menu.', 'Go to the menu.'))
    expect(await project.read('locales/en/a.json')).toContain('Go to the menu.')
  })

  test('give a repeated sentence a translation of its own where only one of them was edited', async () => {
    const project = await createProject({
      'content/fr/a.md': 'Ouvrez le menu.\n\nFermez la porte.\n\nOuvrez le menu.\n',
      'content/en/a.md': 'Open the menu.\n\nClose the door.\n\nOpen the menu.\n',
    })
    await project.run('translate', 'en')
    await project.write('content/en/a.md', 'Open the menu.\n\nClose the door.\n\nOpen it again.\n')
    await project.run('translate', 'en')
    expect(await project.read('content/en/a.md')).toBe(
      'Open the menu.\n\nClose the door.\n\nOpen it again.\n',
    )
    expect(await project.read('locales/en/a.json')).toMatch(/~2": "Open it again\."/)
  })
})
