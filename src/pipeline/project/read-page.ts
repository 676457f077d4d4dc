import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { type DecodedText, decodeUtf8 } from '../files/decode-utf8.ts'
import { isInside } from '../files/is-inside.ts'

/** What reading a page came to; the reasons a page is left alone are diagnostics of the caller's. */
export type PageRead =
  | DecodedText
  | { readonly type: 'missing' }
  | { readonly type: 'outside-root' }
  | { readonly type: 'unreadable'; readonly reason: string }

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
    return decodeUtf8(readFileSync(file))
  } catch (error) {
    const fault = error as NodeJS.ErrnoException
    // Below what is no folder there are no files either.
    return fault.code === 'ENOENT' || fault.code === 'ENOTDIR'
      ? { type: 'missing' }
      : { type: 'unreadable', reason: fault.message }
  }
}
