import { expect, test } from 'vitest'
import { serialiseMoveRecord } from '../../src/catalogue/moves/serialise-move-record.ts'
import { clearRecord } from '../../src/pipeline/move/clear-record.ts'
import type { Mover } from '../../src/pipeline/move/create-mover.ts'
import { textDigest } from '../../src/pipeline/move/text-digest.ts'
import type { RunFiles } from '../../src/pipeline/run/run-tools.ts'
import { createProject } from '../cli/project.ts'

const sidecar = 'locales/en/a.state.jsonl'
const target = 'content/en/a.md'
const page = { page: 'a', file: 'content/fr/a.md', before: 'content/', after: '/a.md' }
const record = serialiseMoveRecord({ movedTo: 'b', carried: textDigest('Open.\n') })

test.each<[what: string, files: Readonly<Record<string, string>>, removed: readonly string[]]>([
  [
    'goes with the record where it is what was carried',
    { [target]: 'Open.\n', [sidecar]: record },
    [target, sidecar],
  ],
  ['stays where a person edited it since', { [target]: 'Shut.\n', [sidecar]: record }, [sidecar]],
  [
    'stays where nothing was carried',
    { [target]: 'Open.\n', [sidecar]: serialiseMoveRecord({ movedTo: 'b' }) },
    [sidecar],
  ],
  ['need not be there', { [sidecar]: record }, [sidecar]],
  ['stays with a sidecar that is no record', { [target]: 'Open.\n', [sidecar]: '{"key":"a"}\n' }, []],
])('at a path that another page takes, the target page that was left %s', async (_, files, removed) => {
  const project = await createProject(files)
  const log: string[] = []
  const tools = {
    project: { root: project.root },
    catalogue: { sidecarFile: () => sidecar },
  } as unknown as RunFiles
  clearRecord(tools, { remove: (file: string) => log.push(file) } as unknown as Mover, page, 'en')
  expect(log).toEqual(removed)
})
