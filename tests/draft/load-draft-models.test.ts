import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EngineFault } from '../../src/engine-fault.ts'
import type { Diagnostic } from '../../src/model.ts'
import { openCatalogueFiles } from '../../src/pipeline/catalogue/catalogue-files.ts'
import { baseModelFile } from '../../src/pipeline/draft/base-model-file.ts'
import type { DraftSetting } from '../../src/pipeline/draft/draft-setting.ts'
import { loadDraftModels } from '../../src/pipeline/draft/load-draft-models.ts'
import { openProject } from '../../src/pipeline/project/open-project.ts'

/** A project with one French text and its English, and a base model of these bytes. */
async function settingWith(model: Uint8Array, target: string) {
  const root = await mkdtemp(join(tmpdir(), 'verso-test-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const project = await openProject(root)
  const catalogue = openCatalogueFiles(project)
  await writeFile(join(root, 'fr-en.model'), model)
  catalogue.saveSource('a', { texts: new Map([['paragraph.a', 'Ouvrez le menu.']]), foreign: [] })
  catalogue.saveTargets('a', 'en', {
    targets: new Map(target === '' ? [] : [['paragraph.a', target]]),
    states: new Map([['paragraph.a', { key: 'paragraph.a', state: 'reviewed', origin: 'human' }]]),
    diverged: false,
  })
  const found: Diagnostic[] = []
  const setting: DraftSetting = {
    project,
    // The run that comes after: a run learns from what it found, not from what it wrote.
    catalogue: openCatalogueFiles(project),
    locale: 'en',
    links: [],
    model: { path: join(root, 'fr-en.model'), name: 'models/fr-en.model' },
    notify: diagnostic => void found.push(diagnostic),
  }
  return { setting, found }
}

const whole = await readFile(baseModelFile('fr', 'en-GB').path)
const older = Buffer.from(whole.toString('latin1').replace(/^(\S+) \d+/, '$1 0'), 'latin1')

test.each([
  ['cut short', whole.subarray(0, 1000), /is cut short.*Reinstall/],
  ['of another version', older, /format version 0/],
  ['no model', Buffer.from('hello'), /is not a base model/],
])('a base model that is %s is told, and done without', async (_, bytes, reason) => {
  const { setting, found } = await settingWith(bytes, 'Open the menu.')
  const { base, adaptation } = await loadDraftModels(setting)
  expect(base).toBeUndefined()
  expect(adaptation).toBeDefined()
  expect(found).toMatchObject([{ code: 'draft-model', file: 'models/fr-en.model' }])
  expect(found[0]?.message).toMatch(reason)
  expect(found[0]?.message).toMatch(/own translations alone/)
})

test('a base model that can’t be used and nothing else to draft from is a fault that says what to do', async () => {
  const { setting } = await settingWith(whole.subarray(0, 1000), '')
  const loading = loadDraftModels(setting)
  await expect(loading).rejects.toBeInstanceOf(EngineFault)
  await expect(loading).rejects.toThrow(/Reinstall Verso/)
})

test('without translations the base model works alone', async () => {
  const { setting, found } = await settingWith(whole, '')
  const { base, adaptation } = await loadDraftModels(setting)
  expect([base?.source, base?.target, adaptation]).toEqual(['fr', 'en', undefined])
  expect(found).toEqual([])
})
