import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'

export interface RunningReview {
  /** With the token. */
  readonly url: string
  /** `http://127.0.0.1:port` */
  readonly origin: string
}

/** Starts the built program's review of a project; it is ended when the test is. */
export async function startReview(root: string, ...args: readonly string[]): Promise<RunningReview> {
  const command = [
    resolve('dist/cli/main.js'),
    'review',
    'en',
    '--no-open',
    '--json',
    '--root',
    root,
    ...args,
  ]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise(done => child.once('close', done))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  const line = await new Promise<string>((done, fail) => {
    child.stdout.setEncoding('utf8').once('data', done)
    child.once('close', code => fail(new Error(`The review ended with ${code}.`)))
  })
  const { url } = JSON.parse(line) as { url: string }
  return { url, origin: new URL(url).origin }
}
