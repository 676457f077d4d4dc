import { spawnSync } from 'node:child_process'

/** What a shell ends with when it can't find or run the command. */
const notRun = [126, 127]

/** Shows a text in the person's pager when they are at a terminal, and prints it otherwise, or where no pager runs. */
export function printPaged(text: string): void {
  const pager = process.env.PAGER ?? 'less'
  if (process.stdout.isTTY && pager !== '') {
    // Short texts stay on the screen, and colours are shown, unless the person set LESS otherwise.
    const env = { ...process.env, LESS: process.env.LESS ?? 'FRX' }
    const { error, status } = spawnSync(pager, {
      shell: true,
      input: text,
      stdio: ['pipe', 'inherit', 'inherit'],
      env,
    })
    // A pager that is left before the end closes its input: that is no fault.
    const isBroken = error !== undefined && (error as NodeJS.ErrnoException).code !== 'EPIPE'
    if (!isBroken && !notRun.includes(status ?? 0)) return
  }
  process.stdout.write(text)
}
