import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openProject } from '../../src/pipeline/project/open-project.ts'
import { translatePages } from '../../src/pipeline/run/translate-pages.ts'
import {
  applyEdit,
  bilingualPage,
  type HandEdit,
  handEdit,
  type Page,
  parse,
  render,
} from '../absorb/generated-pages.ts'

/**
 * Law 5 over what persons do between runs, in any order: edit the target page, the catalogue and the source, and run.
 * Every text that a person typed has a word of its own, by which it is found again.
 */

const source = 'content/fr/a.md'
const target = 'content/en/a.md'
const resource = 'locales/en/a.json'
const sidecar = 'locales/en/a.state.jsonl'

type Action =
  | { readonly on: 'page' | 'source'; readonly edit: HandEdit }
  | { readonly on: 'catalogue'; readonly at: number; readonly text: string }
  | { readonly on: 'entry'; readonly at: number }
  | { readonly on: 'file'; readonly as: 'deleted' | 'emptied' | 'replaced' }
  | { readonly on: 'run' }

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ on: fc.constant('page' as const), edit: handEdit() }) },
  { weight: 3, arbitrary: fc.record({ on: fc.constant('source' as const), edit: handEdit() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      on: fc.constant('catalogue' as const),
      at: fc.nat(1000),
      text: handEdit().map(({ text }) => text),
    }),
  },
  { weight: 1, arbitrary: fc.record({ on: fc.constant('entry' as const), at: fc.nat(1000) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      on: fc.constant('file' as const),
      as: fc.constantFrom('deleted' as const, 'emptied' as const, 'replaced' as const),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ on: 'run' as const }) },
)

/** The words that tell the typed texts apart: letters and digits, as `handEdit` makes them. */
function marksIn(text: string): ReadonlySet<string> {
  return new Set([...text.toLowerCase().matchAll(/[a-z]+\d+(?=\W)/g)].map(([mark]) => mark))
}

async function read(root: string, file: string): Promise<string> {
  return readFile(join(root, file), 'utf8').catch(() => '')
}

async function write(root: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true })
  await writeFile(join(root, file), text)
}

async function run(root: string, engine: 'memory' | 'pseudo'): Promise<void> {
  await translatePages(await openProject(root), {
    locales: ['en'],
    pages: [],
    engine,
    dryRun: false,
    maxCharacters: Number.POSITIVE_INFINITY,
    signal: new AbortController().signal,
    progress: { update: () => undefined, note: () => undefined },
  })
}

async function snapshot(root: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const texts = files.filter(file => !file.includes('.verso')).toSorted()
  return new Map(await Promise.all(texts.map(async file => [file, await readFile(file, 'utf8')] as const)))
}

/** Does what a person does. */
async function act(root: string, one: Exclude<Action, { on: 'run' }>): Promise<void> {
  switch (one.on) {
    case 'page':
    case 'source': {
      const file = one.on === 'page' ? target : source
      const page = parse(await read(root, file))
      const edited = applyEdit(page, one.edit)
      if (edited !== page) await write(root, file, render(edited))
      return
    }
    case 'catalogue':
    case 'entry': {
      const entries = Object.entries<string>(JSON.parse((await read(root, resource)) || '{}'))
      const at = one.at % Math.max(1, entries.length)
      const changed =
        one.on === 'entry'
          ? entries.toSpliced(at, 1)
          : entries.map(([key, text], n) => [key, n === at ? one.text.replace(' **OK**', '') : text])
      if (entries.length > 0)
        await write(root, resource, `${JSON.stringify(Object.fromEntries(changed), null, 2)}\n`)
      return
    }
    case 'file':
      if (one.as === 'deleted') await rm(join(root, target), { force: true })
      else await write(root, target, one.as === 'emptied' ? '' : '# Another page\n\nIt has its own words.\n')
  }
}

/** The marks that are nowhere on the page nor in the catalogue. */
async function lost(root: string, marks: ReadonlySet<string>): Promise<readonly string[]> {
  const texts = await Promise.all([target, resource, sidecar].map(file => read(root, file)))
  const found = marksIn(texts.join('\n'))
  return [...marks].filter(mark => !found.has(mark))
}

/** Between the runs, and before the last one, persons do what `actions` says. */
async function play(
  page: { readonly source: Page; readonly target: Page },
  engine: 'memory' | 'pseudo',
  actions: readonly Action[],
  afterRun: (root: string, typed: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'verso-test-'))
  try {
    await write(root, source, render(page.source))
    if (engine === 'memory') await write(root, target, render(page.target))
    await run(root, engine)
    const typed = new Set<string>()
    for (const one of [...actions, { on: 'run' } as const]) {
      if (one.on === 'run') {
        await run(root, engine)
        await afterRun(root, typed)
        continue
      }
      const files = [target, resource]
      const before = await Promise.all(files.map(async file => marksIn(await read(root, file))))
      await act(root, one)
      if (one.on === 'source') continue
      const after = await Promise.all(files.map(async file => marksIn(await read(root, file))))
      // What persons take away themselves, wherever, they do not miss.
      for (const [n, marks] of before.entries()) {
        for (const mark of marks) if (!after[n]?.has(mark)) typed.delete(mark)
      }
      for (const [n, marks] of after.entries()) {
        for (const mark of marks) if (!before[n]?.has(mark)) typed.add(mark)
      }
    }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

const engine = fc.constantFrom('memory' as const, 'pseudo' as const)
const numRuns = 40

test('no run loses a text that a person typed', async () => {
  await fc.assert(
    fc.asyncProperty(
      bilingualPage(),
      engine,
      fc.array(action, { minLength: 2, maxLength: 9 }),
      (page, name, actions) =>
        play(page, name, actions, async (root, typed) => {
          expect(await lost(root, typed)).toEqual([])
        }),
    ),
    { includeErrorInReport: true, numRuns },
  )
}, 120_000)

/** What a person took off the page, and what changed in the source within it at the same time. */
const takenOff: [{ readonly source: Page; readonly target: Page }, 'memory' | 'pseudo', Action[]][] = [
  [
    {
      source: parse('Image maison. Abricot abricot.\n\nAbricot abricot. Image maison.\n'),
      target: parse('Island forest. Apple apple.\n\nApple apple. Island forest.\n'),
    },
    'memory',
    [
      { on: 'source', edit: { what: 'change', at: 0, to: 0, text: 'Apple0 apple apple.' } },
      { on: 'file', as: 'replaced' },
    ],
  ],
  [
    {
      source: parse('Chemin herbe dessin bateau farine.\n\n# Abricot\n'),
      target: parse('Candle hammer drawer basket forest.\n\n# Apple\n'),
    },
    'memory',
    [
      { on: 'source', edit: { what: 'split', at: 0, to: 0, text: 'Apple0 apple apple.' } },
      { on: 'page', edit: { what: 'delete-block', at: 0, to: 0, text: 'Apple0 apple apple.' } },
    ],
  ],
  [
    { source: parse('- Abricot abricot abricot.\n\nEcole bateau bateau grenier oiseau.\n'), target: [] },
    'pseudo',
    [
      { on: 'file', as: 'replaced' },
      { on: 'source', edit: { what: 'split', at: 1, to: 0, text: 'Apple0 apple apple.' } },
      { on: 'run' },
    ],
  ],
]

test('a run after what a person did changes no file the second time, its cache gone', async () => {
  await fc.assert(
    fc.asyncProperty(
      bilingualPage(),
      engine,
      fc.array(action, { minLength: 1, maxLength: 3 }),
      (page, name, actions) =>
        play(page, name, actions, async root => {
          const before = await snapshot(root)
          await rm(join(root, '.verso'), { recursive: true, force: true })
          await run(root, name)
          expect(await snapshot(root)).toEqual(before)
        }),
    ),
    { includeErrorInReport: true, numRuns, examples: takenOff },
  )
}, 120_000)
