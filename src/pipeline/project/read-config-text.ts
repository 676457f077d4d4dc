import { readFile } from 'node:fs/promises'
import { VersoError } from '../../verso-error.ts'
import { decodeUtf8 } from '../files/decode-utf8.ts'

/**
 * The text of a file that a person configures the project by; undefined when there is none.
 *
 * @param name the file as messages name it
 * @throws VersoError `config` for a file that can't be read or is not UTF-8
 */
export async function readConfigText(file: string, name: string): Promise<string | undefined> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new VersoError('config', `${name} can't be read: ${(cause as Error).message}.`, { cause })
  }
  const decoded = decodeUtf8(bytes)
  if (decoded.type === 'text') return decoded.text
  const { line, column } = decoded
  throw new VersoError('config', `${name}:${line}:${column}: not valid UTF-8 here. Save the file as UTF-8.`)
}
