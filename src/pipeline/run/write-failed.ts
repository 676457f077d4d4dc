import type { Diagnostic, Locale } from '../../model.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'

/**
 * The finding for a page that can't be written, or whose catalogue can't.
 *
 * @param error of the file system; any other error is thrown again
 */
export function writeFailed(file: string, error: unknown, locale: Locale): Diagnostic {
  const { code, path } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  const hint =
    code === 'ENOSPC'
      ? 'The disk is full. Make room, then run the command again.'
      : 'Make it writable, then run the command again.'
  const place = path === undefined ? '' : ` (${path.replace(/\.tmp$/, '')})`
  return pageDiagnostic(
    'write-failed',
    file,
    `The page or its catalogue can't be written${place}: ${code}. ${hint}`,
    {
      locale,
    },
  )
}
