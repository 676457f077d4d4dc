import { existsSync, readFileSync } from 'node:fs'
import { decodeUtf8 } from '../files/decode-utf8.ts'

/**
 * The text of a catalogue file, or `null` when there is none. Where its bytes are not UTF-8 the text has a lone
 * surrogate, which no UTF-8 can hold: the catalogue takes such a file for invalid.
 *
 * Most files of a first run are not there: asking first costs less than an error.
 */
export function readCatalogueText(path: string): string | null {
  if (!existsSync(path)) return null
  const bytes = readFileSync(path)
  const decoded = decodeUtf8(bytes)
  return decoded.type === 'text' ? decoded.text : bytes.toString('utf8').replaceAll('\ufffd', '\udfff')
}
