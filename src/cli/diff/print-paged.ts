import { spawnSync } from 'node:child_process'

/** Shows a text in the person's pager when they are at a terminal, and prints it otherwise. */
export function printPaged(text: string): void {
  const pager = process.env.PAGER ?? 'less'
  if (process.stdout.isTTY && pager !== '') {
    // Short texts stay on the screen, and colours are shown, unless the person set LESS otherwise.
    const env = { ...process.env, LESS: process.env.LESS ?? 'FRX' }
    const { error } = spawnSync(pager, {
      shell: true,
      input: text,
      stdio: ['pipe', 'inherit', 'inherit'],
      env,
    })
    if (error === undefined) return
  }
  process.stdout.write(text)
}
