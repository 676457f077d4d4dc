import { expect, test } from 'vitest'
import { serialiseMoveRecord } from '../../src/catalogue/moves/serialise-move-record.ts'
import { writeAtomically } from '../../src/pipeline/files/write-atomically.ts'
import { textDigest } from '../../src/pipeline/move/text-digest.ts'
import { openProject } from '../../src/pipeline/project/open-project.ts'
import { prunePages } from '../../src/pipeline/prune/prune-pages.ts'
import { openRunFiles } from '../../src/pipeline/run/open-run-files.ts'
import { createProject } from '../cli/project.ts'
import { targetInHand } from './support/target-in-hand.ts'

const resource = (text: string, other: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({ ...Object.fromEntries(targetInHand(text, []).page.resource.texts), ...other })
const record = serialiseMoveRecord({ movedTo: 'b', carried: textDigest('Open.\n') })
const [target, sidecar, source] = ['content/en/a.md', 'locales/en/a.state.jsonl', 'locales/fr/a.json']

test.each<
  [
    what: string,
    files: Readonly<Record<string, string>>,
    removed: readonly string[],
    findings: readonly string[],
  ]
>([
  [
    'the copy that a page left behind, and the record of the move',
    { [target]: 'Open.\n', [sidecar]: record },
    [target, sidecar],
    [],
  ],
  [
    'no page that was edited where it was left: its record says so still',
    { [target]: 'Open it.\n', [sidecar]: record },
    [],
    ['edited since'],
  ],
  [
    'no page that the new one was not made of',
    { [target]: 'Open.\n', [sidecar]: serialiseMoveRecord({ movedTo: 'b' }) },
    [],
    ['had a translated page already'],
  ],
  ['the record of a page that is not there any more', { [sidecar]: record }, [sidecar], []],
  [
    'no sidecar that is no record',
    { [sidecar]: '{"key":"aaaaaaaaaaaaaaaa","state":"reviewed","origin":"human"}\n' },
    [],
    [],
  ],
  [
    'what another shard has to clear away',
    {
      'content/en/z.md': 'Open.\n',
      'locales/en/z-left.state.jsonl': record,
      'locales/en/z.state.jsonl': record.replaceAll('a.', 'z.'),
      'locales/fr/z.json': resource('Fermez.\n'),
    },
    [],
    [],
  ],
  ['the source resource of a page that is gone', { [source]: resource('Fermez.\n') }, [source], []],
  [
    'no source resource with entries of another tool',
    { [source]: resource('Fermez.\n', { note: 'mine' }) },
    [],
    [],
  ],
  [
    'no source resource with values of another tool',
    { [source]: resource('Fermez.\n', { note: { by: 'me' } }) },
    [],
    [],
  ],
  [
    'no source resource of a page that has no target yet',
    { 'locales/fr/b.json': resource('Ouvrez.\n') },
    [],
    [],
  ],
  [
    'no source resource of a page that is left out',
    { 'verso.config.yaml': 'ignore: [a]\n', 'content/fr/a.md': 'Fermez.\n', [source]: resource('Fermez.\n') },
    [],
    [],
  ],
  [
    'no source resource that a locale outside the run has targets of',
    { [source]: resource('Fermez.\n'), 'locales/de/a.json': resource('Fermez.\n') },
    [],
    [],
  ],
  [
    'no page that is not as it was written',
    {
      [target]: 'Open it.\n',
      'locales/en/a.json': resource('Ouvrez tout.\n'),
      [sidecar]: '{"key":"aaaaaaaaaaaaaaaa","state":"translated","origin":"deepl"}\n',
    },
    [],
    ['There is no source page'],
  ],
  [
    'no target page that the catalogue knows nothing of',
    { [target]: 'Open.\n' },
    [],
    ['There is no source page'],
  ],
  [
    'no page that may be any of several, of which there are findings',
    {
      'content/fr/c.md': 'Ouvrez.\n',
      [source]: resource('Ouvrez.\n'),
      [target]: 'Open.\n',
      'locales/en/a.json': resource('Ouvrez.\n'),
    },
    [],
    ['alike'],
  ],
  [
    'no page whose translation goes elsewhere by the next run',
    {
      'content/fr/b.md': 'Lisez.\n',
      'content/fr/c.md': 'Ouvrez.\n',
      [source]: resource('Ouvrez.\n'),
      [target]: 'Open.\n',
      'locales/en/a.json': resource('Ouvrez.\n'),
    },
    [],
    ['Its source is content/fr/c.md now'],
  ],
])('pruning removes %s', async (_, texts, removed, findings) => {
  const made = await createProject({ 'content/fr/b.md': 'Ouvrez.\n', ...texts })
  const files = await openRunFiles(await openProject(made.root), writeAtomically)
  const before = await made.list()
  const pruned = await prunePages(files, ['en'], true, page => !page.startsWith('z'))
  expect(pruned.removed).toEqual(removed.toSorted())
  expect(await made.list()).toEqual(before.filter(file => !removed.includes(file)))
  expect(pruned.diagnostics.map(({ message }) => message)).toEqual(
    findings.map(finding => expect.stringContaining(finding)),
  )
})
