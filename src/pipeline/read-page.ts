import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { isInside } from './is-inside.ts'

/** What reading a page came to; the reasons a page is left alone are diagnostics of the caller's. */
export type PageRead =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'missing' }
  | { readonly type: 'outside-root' }
  /** Byte offset of the first byte that is not UTF-8, and its line. */
  | { readonly type: 'invalid-utf8'; readonly line: number; readonly column: number }
  | { readonly type: 'unreadable'; readonly reason: string }

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads a page as strict UTF-8, its byte-order mark kept. A link that leads out of the root is not followed.
 * Synchronous, like all that is done once a page: a promise for each small file costs more than reading it.
 *
 * @param root the project's root with its own links resolved (`realpath`)
 */
export function readPage(root: string, file: string): PageRead {
  try {
    // Most target pages of a first run are not there: asking first costs less than an error.
    if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return { type: 'missing' }
    if (!isInside(root, realpathSync.native(file))) return { type: 'outside-root' }
    const bytes = readFileSync(file)
    try {
      return { type: 'text', text: decoder.decode(bytes) }
    } catch {
      return { type: 'invalid-utf8', ...firstInvalidByte(bytes) }
    }
  } catch (error) {
    const fault = error as NodeJS.ErrnoException
    // Below what is no folder there are no files either.
    return fault.code === 'ENOENT' || fault.code === 'ENOTDIR'
      ? { type: 'missing' }
      : { type: 'unreadable', reason: fault.message }
  }
}

/** Line by line, since a line feed never stands inside a UTF-8 sequence. */
function firstInvalidByte(bytes: Uint8Array): { line: number; column: number } {
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(10, start)
    const end = feed === -1 ? bytes.length : feed + 1
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end))
      return { line, column: lossy.indexOf('\ufffd') + 1 }
    }
    start = end
  }
  return { line: 1, column: 1 }
}
