import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path/posix'
import { mergeImageLedger } from '../../catalogue/merge/merge-image-ledger.ts'
import { mergeResource } from '../../catalogue/merge/merge-resource.ts'
import { mergeSidecar } from '../../catalogue/merge/merge-sidecar.ts'
import { VersoError } from '../../verso-error.ts'
import { decodeUtf8 } from './decode-utf8.ts'

/** The files that Git hands a merge driver: `%O %A %B %P`. */
export interface MergeFiles {
  readonly base: string
  /** Receives the result. */
  readonly ours: string
  readonly theirs: string
  /** The path of what is merged: tells a resource (`.json`), a sidecar (`.state.jsonl`) and a ledger (`images.jsonl`) apart. */
  readonly path: string
}

/**
 * Merges three versions of a catalogue file into `ours`. A version that is no catalogue file (one that holds the markers
 * of an earlier conflict, say, or is not UTF-8) is merged line by line, as Git would.
 *
 * @returns how many places a person must choose in
 * @throws VersoError `io` when a file can't be read or written, or Git isn't there when it is needed
 */
export async function mergeFiles({ base, ours, theirs, path }: MergeFiles): Promise<number> {
  const [baseText, ourText, theirText] = await Promise.all([base, ours, theirs].map(read))
  const isText = baseText !== undefined && ourText !== undefined && theirText !== undefined
  const merged = isText ? mergerOf(path)(baseText, ourText, theirText) : undefined
  if (merged === undefined) return mergeAsText(ours, base, theirs)
  // The file that Git hands over is its own temporary one: nobody else reads it.
  await writeFile(ours, merged.text)
  return merged.conflicts
}

function mergerOf(path: string): typeof mergeSidecar {
  if (basename(path) === 'images.jsonl') return mergeImageLedger
  return path.endsWith('.jsonl') ? mergeSidecar : mergeResource
}

/** @returns undefined for what is not UTF-8 */
async function read(file: string): Promise<string | undefined> {
  try {
    const decoded = decodeUtf8(await readFile(file))
    return decoded.type === 'text' ? decoded.text : undefined
  } catch (cause) {
    throw new VersoError('io', `${file} can't be read: ${(cause as Error).message}.`, { cause })
  }
}

function mergeAsText(ours: string, base: string, theirs: string): number {
  const { status, error, stderr } = spawnSync('git', ['merge-file', ours, base, theirs], { encoding: 'utf8' })
  // git merge-file ends with the number of conflicts, and above 127 when it failed.
  if (error !== undefined || status === null || status > 127) {
    throw new VersoError('io', `git merge-file failed: ${error?.message ?? stderr.trim()}`, { cause: error })
  }
  return status
}
