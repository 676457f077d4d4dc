import { spawn } from 'node:child_process'

/** Opens an address with what the system opens addresses with. Where there is nothing of the kind, it does nothing. */
export function openBrowser(url: string): void {
  const [command, ...args] = commandFor(process.platform)
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

function commandFor(platform: NodeJS.Platform): readonly [string, ...string[]] {
  switch (platform) {
    case 'darwin':
      return ['open']
    case 'win32':
      return ['rundll32', 'url.dll,FileProtocolHandler']
    default:
      return ['xdg-open']
  }
}
