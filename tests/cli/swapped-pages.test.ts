import { describe, expect, test } from 'vitest'
import { createProject, type TestProject } from './project.ts'

const json = async (ended: Promise<{ stdout: string }>) => JSON.parse((await ended).stdout)

describe('French pages that changed places', () => {
  const [pages, english] = [
    {
      caisse: '# La caisse\n\nOuvrez la caisse avec la clef.\n\nComptez les pièces du tiroir.\n',
      borne: '# La borne\n\nAllumez la borne par son bouton.\n\nEssuyez l’écran chaque soir.\n',
    },
    {
      caisse: '# The Till\n\nOpen the till with the key.\n\nCount the coins in the drawer.\n',
      borne: '# The Kiosk\n\nSwitch on the kiosk by its button.\n\nWipe the screen every evening.\n',
    },
  ]
  const file = (locale: string, name: string) => `content/${locale}/${name}.md`

  async function twoPages(): Promise<TestProject> {
    const project = await createProject({
      [file('fr', 'caisse')]: pages.caisse,
      [file('fr', 'borne')]: pages.borne,
      [file('en', 'caisse')]: english.caisse,
      [file('en', 'borne')]: english.borne,
    })
    await project.run('translate', 'en', '--engine', 'memory')
    return project
  }

  const reviewed = async (project: TestProject, name: string) =>
    (await project.read(`locales/en/${name}.state.jsonl`)).match(/"state":"reviewed"/g)?.length

  test('swap their English pages and approvals, with an edit that no run has seen yet', async () => {
    const project = await twoPages()
    const edited = english.borne.replace('every evening', 'each night')
    await project.write(file('en', 'borne'), edited)
    await project.write(file('fr', 'caisse'), pages.borne)
    await project.write(file('fr', 'borne'), pages.caisse.replace('du tiroir', 'de son tiroir'))
    const planned = await json(project.run('translate', 'en', '--engine', 'memory', '--dry-run', '--json'))
    expect(planned).toMatchObject({ untranslated: 0, stale: 1 })
    const report = await json(project.run('translate', 'en', '--engine', 'memory', '--json'))
    expect(report).toMatchObject({ untranslated: 0, stale: 1, fromMemory: 0 })
    expect(await project.read(file('en', 'caisse'))).toBe(edited)
    expect(await project.read(file('en', 'borne'))).toBe(english.caisse)
    expect([await reviewed(project, 'caisse'), await reviewed(project, 'borne')]).toEqual([3, 3])
    expect(await project.list()).toHaveLength(10)
  })

  test('leave the English pages where a person put them', async () => {
    const project = await twoPages()
    for (const [locale, texts] of Object.entries({ fr: pages, en: english })) {
      await project.write(file(locale, 'caisse'), texts.borne)
      await project.write(file(locale, 'borne'), texts.caisse)
    }
    const report = await json(project.run('translate', 'en', '--engine', 'memory', '--json'))
    expect(report).toMatchObject({ untranslated: 0, stale: 0, fromMemory: 0, diagnostics: [] })
    expect(await project.read(file('en', 'caisse'))).toBe(english.borne)
    expect(await reviewed(project, 'borne')).toBe(3)
  })

  test('make room for a page of another text at the old path', async () => {
    const project = await twoPages()
    await project.write(file('fr', 'guides/borne'), pages.borne)
    await project.write(file('fr', 'borne'), 'Cette page a déménagé.\n')
    const report = await json(project.run('translate', 'en', '--engine', 'memory', '--json'))
    expect(report).toMatchObject({ untranslated: 1, stale: 0 })
    expect(await project.read(file('en', 'guides/borne'))).toBe(english.borne)
    expect(await project.read(file('en', 'borne'))).toBe('Cette page a déménagé.\n')
    expect(await reviewed(project, 'guides/borne')).toBe(3)
  })

  test('take the place of a page that is gone, whose catalogue is kept for the memory', async () => {
    const project = await twoPages()
    await project.write(file('fr', 'caisse'), pages.borne)
    await project.remove(file('fr', 'borne'))
    await project.run('translate', 'en', '--engine', 'memory')
    expect(await project.read(file('en', 'caisse'))).toBe(english.borne)
    expect(await project.read(file('en', 'borne'))).toBe(english.caisse)
    expect(await project.read('locales/en/borne.json')).toContain('Open the till with the key.')
    expect([await reviewed(project, 'caisse'), await reviewed(project, 'borne')]).toEqual([3, 3])
  })
})
