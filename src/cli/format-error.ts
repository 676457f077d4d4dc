/**
 * An error as a person reads it: its message, and with `verbose` its stack and its causes' stacks.
 */
export function formatError(error: unknown, verbose: boolean): string {
  if (!(error instanceof Error)) return `verso: ${String(error)}`
  const line = `verso: ${error.message}`
  if (!verbose) return line
  const causes: string[] = []
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    causes.push(cause.stack ?? cause.message)
  return [line, ...causes].join('\n')
}
