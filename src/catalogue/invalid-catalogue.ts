import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic } from '../model.ts'

const conflictMarker = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/m

/**
 * The diagnostic of a catalogue file that can't be read: nothing is written to it or for its page. Where Git left
 * conflict markers, the first one is the fault, whatever else is wrong.
 *
 * @param offset of the fault in `text`
 * @param what is wrong there, without a full stop
 */
export function invalidCatalogue(text: string, file: string, offset: number, what: string): Diagnostic {
  const conflict = conflictMarker.exec(text)
  const at = conflict?.index ?? offset
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  return {
    code: 'catalogue-invalid',
    severity: diagnosticCodes['catalogue-invalid'],
    message: conflict
      ? 'Git left a merge conflict here: the page is left alone. Resolve it, then run the command again.'
      : `${what}: the page is left alone. Correct the file, or restore it from Git, then run the command again.`,
    file,
    line: text.slice(0, lineStart).split('\n').length,
    column: at - lineStart + 1,
  }
}
