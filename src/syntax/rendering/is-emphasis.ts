import type { Code } from '../../model.ts'

/** Whether a code is one of the paired delimiters that only count in the right surroundings: `*`, `**`, `~~`. */
export function isEmphasis(code: Code): boolean {
  return (
    code.form !== 'standalone' &&
    (code.kind === 'emphasis' || code.kind === 'strong' || code.kind === 'delete')
  )
}
