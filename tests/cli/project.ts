import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

const program = resolve('dist/cli/main.js')

/** What a run of the program came to. */
interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A project in a temporary folder, and the built program to run in it. */
export interface TestProject {
  readonly root: string
  run(...args: readonly string[]): Promise<Ended>
  /** Starts the program without waiting for it. */
  start(...args: readonly string[]): {
    readonly kill: (signal: NodeJS.Signals) => void
    readonly ended: Promise<Ended>
  }
  read(file: string): Promise<string>
  bytes(file: string): Promise<Buffer>
  write(file: string, text: string | Uint8Array): Promise<void>
  remove(file: string): Promise<void>
  /** Paths from the root of all files below a folder, sorted; `.verso` left out. */
  list(folder?: string): Promise<readonly string[]>
  /** Modification time in ms and bytes of every file. */
  snapshot(): Promise<ReadonlyMap<string, string>>
}

/**
 * Makes a project of these files; it is removed when the test ends.
 *
 * @param env what the program finds in its environment
 */
export async function createProject(
  files: Readonly<Record<string, string | Uint8Array>>,
  env: Readonly<Record<string, string>> = {},
): Promise<TestProject> {
  const root = await mkdtemp(join(tmpdir(), 'verso-test-'))
  onTestFinished(() => rm(root, { recursive: true, force: true, maxRetries: 3 }))
  const path = (file: string) => join(root, file)

  const start: TestProject['start'] = (...args) => {
    const child = spawn(process.execPath, [program, ...args, '--root', root], {
      cwd: root,
      env: { PATH: process.env.PATH, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', text => {
      output.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      output.stderr += text
    })
    const ended = new Promise<Ended>((done, fail) => {
      child.once('error', fail)
      child.once('close', code => done({ code, ...output }))
    })
    return { kill: signal => void child.kill(signal), ended }
  }

  const project: TestProject = {
    root,
    start,
    run: (...args) => start(...args).ended,
    read: file => readFile(path(file), 'utf8'),
    bytes: file => readFile(path(file)),
    async write(file, text) {
      await mkdir(dirname(path(file)), { recursive: true })
      await writeFile(path(file), text)
    },
    remove: file => rm(path(file), { recursive: true }),
    async list(folder = '.') {
      const entries = await readdir(path(folder), { recursive: true, withFileTypes: true })
      return entries
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
        .filter(file => !file.startsWith('.verso/'))
        .toSorted()
    },
    async snapshot() {
      const files = await project.list()
      const states = files.map(async file => {
        const { mtimeMs } = await stat(path(file))
        return [file, `${mtimeMs} ${(await project.bytes(file)).toString('base64')}`] as const
      })
      return new Map(await Promise.all(states))
    },
  }
  for (const [file, text] of Object.entries(files)) await project.write(file, text)
  return project
}
