import type { Diagnostic } from '../model.ts'
import { invalidCatalogue } from './invalid-catalogue.ts'

/** The diagnostic of a file that was not UTF-8: where a byte was not, its text has a lone surrogate. */
export function encodingFault(text: string, file: string): Diagnostic | undefined {
  const at = text.search(/\p{Surrogate}/u)
  return at < 0 ? undefined : invalidCatalogue(text, file, at, 'This is not valid UTF-8')
}
