import { link } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareOnly } from '../../src/pipeline/files/compare-only.ts'
import { listOrphans } from '../../src/pipeline/orphans/list-orphans.ts'
import { reportOrphans } from '../../src/pipeline/orphans/report-orphans.ts'
import { findPages } from '../../src/pipeline/project/list-pages.ts'
import { openProject } from '../../src/pipeline/project/open-project.ts'
import { openRunFiles } from '../../src/pipeline/run/open-run-files.ts'
import { createProject, type TestProject } from '../cli/project.ts'
import { targetInHand } from './support/target-in-hand.ts'

/** Where a finding stands that there is no source page. */
async function findingsOf({ root }: TestProject): Promise<readonly string[]> {
  const project = await openProject(root)
  const files = await openRunFiles(project, compareOnly)
  const orphans = await listOrphans(files, await findPages(project, 'fr'), 'en')
  return reportOrphans(orphans, 'en').map(({ file }) => file)
}

const key = targetInHand('Ouvrez.\n', []).page.segments[0]?.key
const resource = `{"${key}": "Open."}\n`
const state = (origin: string) => `{"key":"${key}","state":"translated","origin":"${origin}"}\n`

test.each<[what: string, files: Readonly<Record<string, string>>, findings: readonly string[]]>([
  ['a target page of a source', { 'content/en/b.md': 'Read.\n' }, []],
  ['a target page of a source of another format', { 'content/en/b.mdx': 'Read.\n' }, []],
  ['a target page without a source', { 'content/en/a.md': 'Open.\n' }, ['content/en/a.md']],
  [
    'a machine’s catalogue page without a source',
    { 'locales/en/a.json': resource, 'locales/en/a.state.jsonl': state('deepl') },
    ['locales/en/a.json'],
  ],
  [
    'a person’s catalogue page, which is memory',
    { 'locales/en/a.json': resource, 'locales/en/a.state.jsonl': state('human') },
    [],
  ],
  [
    'a person’s catalogue page whose target page is still there',
    {
      'content/en/a.md': 'Open.\n',
      'locales/en/a.json': resource,
      'locales/en/a.state.jsonl': state('human'),
    },
    ['content/en/a.md'],
  ],
])('%s is told where it needs a person', async (_, texts, findings) => {
  expect(await findingsOf(await createProject({ 'content/fr/b.md': 'Lisez.\n', ...texts }))).toEqual(findings)
})

// Where upper and lower case are one, there is nothing to tell apart.
test.runIf(process.platform === 'linux')(
  'a target page spelt otherwise than its source is an orphan only where it is a file of its own',
  async () => {
    const project = await createProject({ 'content/fr/b.md': 'Lisez.\n', 'content/en/b.md': 'Read.\n' })
    const other = join(project.root, 'content/en/B.md')
    await link(join(project.root, 'content/en/b.md'), other)
    expect(await findingsOf(project)).toEqual([])
    await project.remove('content/en/B.md')
    await project.write('content/en/B.md', 'Read on.\n')
    expect(await findingsOf(project)).toEqual(['content/en/B.md'])
  },
)
