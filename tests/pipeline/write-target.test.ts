import { expect, test } from 'vitest'
import { createReader } from '../../src/catalogue/create-reader.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import type { PageTargets } from '../../src/model.ts'
import type { RunTools } from '../../src/pipeline/run/run-tools.ts'
import { writeTarget } from '../../src/pipeline/run/write-target.ts'
import { createLocalWork } from '../../src/pipeline/work/create-local-work.ts'
import { type KnownEntry, targetInHand } from './support/target-in-hand.ts'

/**
 * Writes the English side of a page, and tells what was written in which order: of the catalogue, whether it knows of the
 * page as it then is.
 */
async function write(source: string, known: readonly KnownEntry[], onDisk: string | undefined) {
  const config = parseConfig(undefined, 'verso.config.yaml')
  const target = { ...targetInHand(source, known), onDisk, text: onDisk }
  const log: string[] = []
  let saved: PageTargets | undefined
  const work = createLocalWork()
  await work.open(target.page.file.page, source, {
    file: target.page.file.file,
    locale: 'fr',
    format: 'markdown',
    values: config.frontMatter,
    attributes: config.attributes,
  })
  const tools = {
    project: { root: '/site', config },
    work,
    readerOf: () => createReader({ source: 'fr', target: 'en' }),
    catalogue: {
      saveTargets(_page: string, _locale: string, targets: PageTargets) {
        saved = targets
        const isAsWritten = [...targets.states.values()].some(({ written }) => written !== undefined)
        log.push(isAsWritten ? 'catalogue, as the page will be' : 'catalogue, as the page was')
        return []
      },
    },
    redirects: { record: () => log.push('redirects') && [] },
    writeFile: (_file: string, text: string) => log.push(`page: ${text.trim()}`),
  } as unknown as RunTools
  const { diagnostics } = await writeTarget(tools, target, false)
  const key = target.page.segments[0]?.key ?? ''
  return { log, text: saved?.targets.get(key), state: saved?.states.get(key), diagnostics }
}

const open = { target: 'Open.', state: 'translated', origin: 'deepl' } as const

test.each([
  [
    'before and after a page that is there',
    'Shut.\n',
    ['catalogue, as the page was', 'redirects', 'page: Open.', 'catalogue, as the page will be'],
  ],
  ['before a page that is not', undefined, ['catalogue, as the page will be', 'redirects', 'page: Open.']],
  ['alone where the page is as it is to be', 'Open.\n', ['catalogue, as the page will be']],
])(
  'the catalogue is written %s, so that a killed run is never taken for a person’s edit',
  async (_, onDisk, order) => {
    expect((await write('Ouvrez.\n', [open], onDisk)).log).toEqual(order)
  },
)

const badLabel = 'Cliquez sur **OK**.\n'
const click = { target: 'Click.', state: 'translated', origin: 'deepl', score: 80, rung: 'spacing' } as const

test('a machine’s text that would damage the page is neither written nor lost: it is a suggestion', async () => {
  const { log, text, state } = await write(badLabel, [click], undefined)
  expect(log).toContain('page: Cliquez sur **OK**.')
  expect(text).toBeUndefined()
  expect(state).toMatchObject({
    state: 'initial',
    suggestion: { target: 'Click.', origin: 'deepl', score: 80 },
  })
  expect(state).not.toHaveProperty('rung')
  // Or the French text on the page would be taken for a person's translation by the next run.
  expect(state?.written).toBe((await write(badLabel, [], undefined)).state?.written)
})

test.each<[what: string, KnownEntry]>([
  ['wrote', { state: 'translated', origin: 'human' }],
  ['approved', { state: 'reviewed', origin: 'deepl' }],
])(
  'a text that a person %s, and the page has no place for, stays in the catalogue and is told',
  async (_, by) => {
    const { log, text, state, diagnostics } = await write('Un mot.\n', [{ target: '<p>', ...by }], undefined)
    expect(log).toContain('page: Un mot.')
    expect({ target: text, ...state }).toMatchObject({ target: '<p>', ...by })
    expect(diagnostics.map(({ code }) => code)).toEqual(['structure-changed'])
  },
)
