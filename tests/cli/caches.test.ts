import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createProject } from './project.ts'

/** The program in a folder of its own, as a clone of it that was just built. */
function copyProgram(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verso-program-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of ['dist', 'package.json']) cpSync(name, join(folder, name), { recursive: true })
  for (const name of ['node_modules', 'models']) symlinkSync(resolve(name), join(folder, name))
  return folder
}

test('a new build of the same version finds anew what an earlier one had found', async () => {
  const project = await createProject({
    'verso.config.yaml': 'source: fr\ntargets: [en]\n',
    'content/fr/a.md': '# Carte\n\nLa carte a 3 plats.\n',
    'content/en/a.md': '# Menu\n\nThe menu has 4 dishes.\n',
  })
  const folder = copyProgram()
  const check = () =>
    spawnSync(process.execPath, [join(folder, 'dist/cli/main.js'), 'check', '--root', project.root], {
      encoding: 'utf8',
    }).stdout
  await project.run('translate', 'en', '--engine', 'memory')
  expect(check()).toContain('number-changed')
  // What a build leaves behind: other code, and files that are newer.
  for (const name of readdirSync(join(folder, 'dist/cli'))) {
    const file = join(folder, 'dist/cli', name)
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('Write the numbers of the source.', 'Count again.'),
    )
  }
  expect(check()).toContain('Count again.')
})
