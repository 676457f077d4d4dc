import { link } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeAtomically } from '../../src/pipeline/files/write-atomically.ts'
import { carryMoves } from '../../src/pipeline/move/carry-moves.ts'
import { findMoves } from '../../src/pipeline/move/find-moves.ts'
import { fragmentsOf } from '../../src/pipeline/move/fragments-of.ts'
import { hasOwnText } from '../../src/pipeline/move/has-own-text.ts'
import { holdsHalf } from '../../src/pipeline/move/holds-half.ts'
import { findPages } from '../../src/pipeline/project/list-pages.ts'
import { openProject } from '../../src/pipeline/project/open-project.ts'
import { openRunFiles } from '../../src/pipeline/run/open-run-files.ts'
import { createProject, type TestProject } from '../cli/project.ts'
import { targetInHand } from './support/target-in-hand.ts'

type Files = Readonly<Record<string, string>>

const till = 'Ouvrez la caisse avec la clef.\n'
const kiosk = 'Allumez la borne par son bouton.\n'
const [tillEnglish, kioskEnglish] = ['Open the till with the key.\n', 'Switch on the kiosk by its button.\n']

/** The source resource of a page or, with an English sentence, the target resource of a page of one. */
function resource(text: string, english?: string): string {
  const { texts } = targetInHand(text, []).page.resource
  return JSON.stringify(
    Object.fromEntries([...texts].map(([key, fragment]) => [key, english?.trim() ?? fragment])),
  )
}

async function open({ root }: TestProject) {
  const project = await openProject(root)
  return { files: await openRunFiles(project, writeAtomically), pages: await findPages(project, 'fr') }
}

const kioskIsNew = { 'content/fr/borne.md': kiosk }

test.each<[what: string, files: Files, wanted: string, moves: readonly string[], unclear: number]>([
  [
    'is told of a page that is wanted',
    { 'locales/fr/a.json': resource(till), 'content/fr/b.md': till },
    'b',
    ['a b'],
    0,
  ],
  [
    'is left to the shard that has the page',
    { ...kioskIsNew, 'locales/fr/a.json': resource(till), 'content/fr/b.md': till },
    'borne',
    [],
    0,
  ],
  [
    'that is unclear is left to the shard that has one of the pages',
    {
      ...kioskIsNew,
      'locales/fr/a.json': resource(till),
      'content/fr/b.md': till,
      'content/fr/c.md': till,
    },
    'borne',
    [],
    0,
  ],
  [
    'that is unclear is told of a page that is wanted',
    { 'locales/fr/a.json': resource(till), 'content/fr/b.md': till, 'content/fr/c.md': till },
    'b',
    [],
    1,
  ],
  [
    'takes nothing from a page that the configuration leaves out',
    {
      'verso.config.yaml': 'ignore: [a]\n',
      'locales/fr/a.json': resource(till),
      'content/fr/a.md': till,
      'content/fr/b.md': till,
    },
    'b',
    [],
    0,
  ],
  [
    'goes to no page that has its own text, even if it took in that of the page that is gone',
    {
      ...kioskIsNew,
      'locales/fr/a.json': resource(till),
      'locales/fr/b.json': resource('Fermez le tiroir.\n'),
      'content/fr/b.md': `Fermez le tiroir.\n\n${till}`,
    },
    'borne b',
    [],
    0,
  ],
])('a move %s', async (_, texts, wanted, moves, unclear) => {
  const { files, pages } = await open(await createProject(texts))
  const plan = await findMoves(
    files,
    pages.filter(({ page }) => wanted.split(' ').includes(page)),
  )
  expect(plan.groups.flat().map(({ from, to }) => `${from.page} ${to.page}`)).toEqual(moves)
  expect(plan.unclear).toHaveLength(unclear)
})

/** Carries all that moved, first without writing. */
async function carry(project: TestProject) {
  const run = async (isWriting: boolean) => {
    const { files, pages } = await open(project)
    return carryMoves(files, await findMoves(files, pages), ['en'], isWriting)
  }
  const before = await project.snapshot()
  const planned = await run(false)
  expect(await project.snapshot()).toEqual(before)
  const carried = await run(true)
  expect(carried.failed.size).toBe(0)
  expect(planned).toEqual(carried)
  return carried
}

/** A page whose source was `a` and is `b`. */
const moved = {
  'locales/fr/a.json': resource(till),
  'locales/en/a.json': resource(till, tillEnglish),
  'content/en/a.md': tillEnglish,
  'content/fr/b.md': till,
}

test('a catalogue page that is at the new path already stays as it is', async () => {
  const own = resource(till, 'Unlock the till.')
  const project = await createProject({ ...moved, 'locales/en/b.json': own })
  await carry(project)
  expect(await project.read('locales/en/b.json')).toBe(own)
  expect(await project.read('locales/fr/b.json')).toBe(moved['locales/fr/a.json'])
})

test.each([
  ['is copied, so that nothing of its own is left', undefined, 'carried'],
  ['stays beside a new one that says the same', tillEnglish, 'carried'],
  ['stays beside a new one with another text, and is no copy of it', 'Unlock the till.\n', 'movedTo":"b"}'],
])('the old target page %s', async (_, there, record) => {
  const project = await createProject({
    ...moved,
    ...(there === undefined ? {} : { 'content/en/b.md': there }),
  })
  const { diagnostics } = await carry(project)
  expect(await project.read('content/en/a.md')).toBe(tillEnglish)
  expect(await project.read('content/en/b.md')).toBe(there ?? tillEnglish)
  expect(await project.read('locales/en/a.state.jsonl')).toContain(record)
  expect(diagnostics).toMatchObject([{ code: 'page-moved', file: 'content/en/a.md' }])
})

test('a target page that has both names, as where upper and lower case are one, is not taken for one that is left', async () => {
  const project = await createProject(moved)
  await link(join(project.root, 'content/en/a.md'), join(project.root, 'content/en/b.md'))
  expect(await carry(project)).toMatchObject({ diagnostics: [] })
  expect(await project.list('content/en')).toEqual(['content/en/a.md', 'content/en/b.md'])
  expect(await project.list('locales/en')).toEqual(['locales/en/b.json'])
})

test('a target page at the place of its source is not written over by one that was left elsewhere', async () => {
  const project = await createProject({
    'verso.config.yaml': 'pages: content/**/{locale}/**/*.md\n',
    'content/a/b/fr/guide.md': till,
    'content/a/b/en/guide.md': 'Unlock the till.\n',
    'content/a/en/b/guide.md': tillEnglish,
    'content/a/fr/autre.md': kiosk,
    'locales/fr/a/b/guide.json': resource(till),
  })
  await carry(project)
  expect(await project.read('content/a/b/en/guide.md')).toBe('Unlock the till.\n')
  expect(await project.read('content/a/en/b/guide.md')).toBe(tillEnglish)
})

test('a target page goes from under another text, where a person put a copy of it at its new path', async () => {
  const project = await createProject({
    ...moved,
    'content/fr/a.md': 'Cette page a déménagé.\n',
    'content/en/b.md': tillEnglish,
  })
  await carry(project)
  expect(await project.list('content/en')).toEqual(['content/en/b.md'])
})

test('a target page that can’t make room is not written over by the next in the row', async () => {
  const project = await createProject({
    ...moved,
    'content/fr/a.md': 'Cette page a déménagé.\n',
    'content/fr/c.md': kiosk,
    'locales/fr/b.json': resource(kiosk),
    'locales/en/b.json': resource(kiosk, kioskEnglish),
    'content/en/b.md': kioskEnglish,
    'content/en/c.md': 'Turn the kiosk on.\n',
  })
  await carry(project)
  expect(await project.read('content/en/b.md')).toBe(kioskEnglish)
  expect(await project.read('content/en/c.md')).toBe('Turn the kiosk on.\n')
  expect(await project.read('locales/en/c.json')).toContain('Switch on')
})

test('of a person’s page in a place that is vacated, a number in a resource does not hide whose text it has', async () => {
  const withNumber = (json: string) => json.replace('{', '{"version": 2, ')
  const project = await createProject({
    'content/fr/a.md': kiosk,
    'content/fr/b.md': till,
    'locales/fr/a.json': resource(till),
    'locales/fr/b.json': resource(kiosk),
    'locales/en/a.json': withNumber(resource(till, tillEnglish)),
    'locales/en/b.json': withNumber(resource(kiosk, kioskEnglish)),
    // Changed places as well, by hand.
    'content/en/a.md': `${kioskEnglish}\nA note.\n`,
    'content/en/b.md': `${tillEnglish}\nAnother note.\n`,
  })
  await carry(project)
  expect(await project.read('content/en/a.md')).toBe(`${kioskEnglish}\nA note.\n`)
  expect(await project.read('locales/en/a.json')).toContain('Switch on')
  expect(fragmentsOf('{"a": 1, "b": "text"}')).toEqual(['text'])
})

test('a page that can’t be read counts as having its text; one has it with half of the characters', async () => {
  const { files } = await open(
    await createProject({
      'locales/fr/a.json': resource(till),
      'locales/fr/b.json': resource(till),
      'locales/fr/c.json': resource(till),
      'content/fr/b.md': till,
      'content/fr/c.md': kiosk,
    }),
  )
  const hasText = (page: string) =>
    hasOwnText(files, { page, file: `content/fr/${page}.md`, before: 'content/', after: `/${page}.md` })
  expect(['a', 'b', 'c'].map(hasText)).toEqual([true, true, false])
  expect(holdsHalf('abcd', ['abcd', 'efgh'])).toBe(true)
  expect(holdsHalf('abc', ['abc', 'efgh'])).toBe(false)
  expect(holdsHalf('', [])).toBe(true)
})
