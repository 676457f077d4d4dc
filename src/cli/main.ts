#!/usr/bin/env node
import { CommanderError } from 'commander'
import { type FaultKind, VersoError } from '../verso-error.ts'
import { createProgram } from './create-program.ts'
import { exitCodes, faultExitCodes } from './exit-codes.ts'
import { formatError } from './format-error.ts'
import { optimiseLater } from './optimise-later.ts'

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has read enough (head, a pager) is no fault, and the command goes on with its work.
    if (error.code !== 'EPIPE') throw error
  })
}

optimiseLater()
process.exitCode = await run(process.argv.slice(2))

/** Runs one command; the only place that turns a fault into an exit code. */
async function run(args: readonly string[]): Promise<number> {
  const interrupt = new AbortController()
  const onSignal = () => {
    // The first one lets requests in flight come to their end, for they are paid for; the second one does not.
    if (interrupt.signal.aborted) process.exit(exitCodes.interrupted)
    interrupt.abort()
  }
  // Listeners that stay: where none is left, what cleans up temporary files ends the process.
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  let exitCode: number = exitCodes.done
  try {
    const program = createProgram(interrupt.signal, code => {
      exitCode = code
    })
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    // Commander has printed its own message, and says 0 for --help and --version.
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return exitCodes.done
      reportAsJson('usage', error.message.replace(/^error: /, ''), args)
      return exitCodes.usage
    }
    report(error, args)
    return error instanceof VersoError ? faultExitCodes[error.kind] : exitCodes.diagnostics
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}

function report(error: unknown, args: readonly string[]): void {
  process.stderr.write(`${formatError(error, args.includes('--verbose'))}\n`)
  const kind = error instanceof VersoError ? error.kind : 'io'
  reportAsJson(kind, error instanceof Error ? error.message : String(error), args)
}

/** With `--json`, the one document on stdout, whatever went wrong. */
function reportAsJson(kind: FaultKind, message: string, args: readonly string[]): void {
  if (!args.includes('--json')) return
  process.stdout.write(`${JSON.stringify({ error: { kind, message } }, null, 2)}\n`)
}
