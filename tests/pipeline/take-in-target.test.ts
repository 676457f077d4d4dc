import { expect, test } from 'vitest'
import { compareOnly } from '../../src/pipeline/files/compare-only.ts'
import { findPages } from '../../src/pipeline/project/list-pages.ts'
import { openProject } from '../../src/pipeline/project/open-project.ts'
import { openPages } from '../../src/pipeline/run/open-pages.ts'
import { openRunFiles } from '../../src/pipeline/run/open-run-files.ts'
import { openTools } from '../../src/pipeline/run/open-tools.ts'
import { takeInTarget } from '../../src/pipeline/run/take-in-target.ts'
import { createProject } from '../cli/project.ts'

const source = 'Lisez [guide].\n\nFermez la porte.\n\n[guide]: /g\n'
const target = 'Read [guide].\n\nClose the door.\n\n[guide]: /g\n'

/** What a run takes in of an English page that became another text since it was written, and its source too. */
async function takeIn(page: string | Uint8Array, french = source) {
  const project = await createProject({ 'content/fr/a.md': source, 'content/en/a.md': target })
  await project.run('translate', 'en', '--engine', 'memory')
  await project.write('content/en/a.md', page)
  await project.write('content/fr/a.md', french)
  const files = await openRunFiles(await openProject(project.root), compareOnly)
  const tools = await openTools(files, 1)
  try {
    const [open] = (await openPages(tools, await findPages(files.project, 'fr'))).pages
    if (open === undefined) throw new Error('The page was not opened.')
    const taken = await takeInTarget(tools, { locale: 'en', isTestRun: false }, open)
    if (taken.type === 'refused') return { refused: taken.diagnostics.map(({ code }) => code) }
    const { entries, diverged, diagnostics, events } = taken.target
    const codes = (list: typeof events) => list.map(({ code }) => code)
    return {
      edits: taken.edits,
      texts: [...entries.targets.values()],
      isDiverged: [entries.diverged, diverged !== undefined],
      found: codes(diagnostics),
      happened: codes(events),
    }
  } finally {
    await tools.work.end()
  }
}

const whole = {
  texts: ['Read [guide].', 'Close the door.'],
  isDiverged: [false, false],
  found: [],
  happened: [],
}

test.each([
  ['as it was written is as it was', target, source, { ...whole, edits: 0 }],
  ['that was emptied is written anew', ' \n\n', source, { ...whole, edits: 0 }],
  [
    'with other line ends is as it was, and that they are restored is told once',
    target.replaceAll('\n', '\r\n'),
    source,
    { ...whole, edits: 0, happened: ['line-ends-restored'] },
  ],
  [
    'with an edit is taken in, whatever is to be said of its references; that it was is told once',
    target.replace('Close', 'Shut'),
    source,
    { ...whole, edits: 1, texts: ['Read [guide].', 'Shut the door.'], happened: ['hand-edit-taken'] },
  ],
  [
    'with front matter that is not closed is left alone',
    `---\ntitle: A\n${target}`,
    source,
    { refused: ['front-matter-unclosed'] },
  ],
  ['that is no UTF-8 is left alone', new Uint8Array([0x52, 0xff]), source, { refused: ['invalid-utf8'] }],
  [
    'with a note of its own keeps what its source has no more, and proposes to remove that in every run',
    target.replace('[guide]: ', 'A note of our own for English readers.\n\n[guide]: '),
    source.replace('Fermez la porte.\n\n', ''),
    {
      edits: 0,
      texts: whole.texts,
      isDiverged: [true, true],
      found: ['removal-proposed'],
      happened: ['page-diverged', 'hand-edit-unaligned'],
    },
  ],
])('a target page %s', async (_, page, french, expected) => {
  expect(await takeIn(page, french)).toEqual(expected)
})
