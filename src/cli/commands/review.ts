import { type Command, InvalidArgumentError } from 'commander'
import { VersoError } from '../../verso-error.ts'
import { addCommonOptions, type CommonOptions } from '../common-options.ts'
import { exitCodes } from '../exit-codes.ts'
import { separateArguments } from '../separate-arguments.ts'

interface ReviewFlags extends CommonOptions {
  readonly port?: number
  readonly open: boolean
}

/** `verso review [locale] [page…]` */
export function addReview(program: Command, signal: AbortSignal, setExitCode: (code: number) => void): void {
  const command = program
    .command('review')
    .description('review, edit and approve segments in the browser, on this machine alone')
    .argument('[locale-or-page...]', 'the target locale, then page paths, files or globs (default: all)')
    .option('--port <n>', 'the port to serve on (default: the first free one from 4711)', parsePort)
    .option('--no-open', 'print the address and leave opening it to you')
  addCommonOptions(command).action(async (args: readonly string[], flags: ReviewFlags) => {
    const [{ openProject }, { openReview }, { openBrowser }, { startServer }] = await Promise.all([
      import('../../pipeline/project/open-project.ts'),
      import('../../pipeline/review/session/open-review.ts'),
      import('../../pipeline/review/open-browser.ts'),
      import('../../server/start-server.ts'),
    ])
    const project = await openProject(flags.root)
    const { locales, pages } = separateArguments(args, project.config)
    const [locale] = locales
    if (locale === undefined || locales.length > 1) {
      throw new VersoError('usage', `One locale is reviewed at a time. Give one of ${locales.join(', ')}.`)
    }
    const session = await openReview(project, { locale, args: pages })
    const server = await startServer(session, flags.port)
    if (flags.json) process.stdout.write(`${JSON.stringify({ url: server.url })}\n`)
    else process.stdout.write(`Reviewing ${locale} at ${server.url}\nPress Ctrl-C to end.\n`)
    if (flags.open) openBrowser(server.url)
    await aborted(signal)
    await server.close()
    await session.close()
    setExitCode(exitCodes.done)
  })
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function parsePort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('Give a port from 1 to 65535.')
}
