import type { KeyedLines } from './keyed-lines.ts'
import { mergeList } from './merge-list.ts'
import type { MergedFile } from './merged-file.ts'

/**
 * Merges three versions of a ledger of copied images, image by image.
 *
 * @returns undefined when a version has a line that is none of a ledger's
 */
export function mergeImageLedger(base: string, ours: string, theirs: string): MergedFile | undefined {
  const versions = [base, ours, theirs].map(linesOf)
  const [baseLines, ourLines, theirLines] = versions
  if (baseLines === undefined || ourLines === undefined || theirLines === undefined) return undefined
  const merged = mergeList(baseLines, ourLines, theirLines)
  const lines = merged.map(line =>
    line.type === 'line'
      ? `${line.raw}\n`
      : `<<<<<<< ours\n${line.ours}\n=======\n${line.theirs}\n>>>>>>> theirs\n`,
  )
  return { text: lines.join(''), conflicts: merged.filter(({ type }) => type === 'conflict').length }
}

function linesOf(text: string): KeyedLines | undefined {
  const lines = text.split(/\r?\n/).filter(line => line.trim() !== '')
  const entries = lines.map(raw => [imageOf(raw), raw] as const)
  return entries.every((entry): entry is [string, string] => entry[0] !== undefined)
    ? new Map(entries)
    : undefined
}

function imageOf(line: string): string | undefined {
  try {
    const { image } = JSON.parse(line) as { readonly image?: unknown }
    return typeof image === 'string' ? image : undefined
  } catch {
    return undefined
  }
}
