import { scanJsonObject } from '../scan-json-object.ts'
import type { KeyedLines } from './keyed-lines.ts'
import { mergeLines } from './merge-lines.ts'
import { mergeList } from './merge-list.ts'
import type { MergedFile } from './merged-file.ts'

/**
 * Merges three versions of an i18next resource, or of a file of redirects: that one's keys are addresses. Where both sides changed one text, each in another way, both lines are
 * given between the markers that Git writes.
 *
 * @returns undefined when a version is no JSON object, or has two values under one key
 */
export function mergeResource(base: string, ours: string, theirs: string): MergedFile | undefined {
  const versions = [base, ours, theirs].map(linesOf)
  const [baseLines, ourLines, theirLines] = versions
  if (baseLines === undefined || ourLines === undefined || theirLines === undefined) return undefined
  const isOfAddresses = [ourLines, theirLines].every(lines => [...lines.keys()].every(isAddress))
  const merged = isOfAddresses
    ? mergeList(baseLines, ourLines, theirLines)
    : mergeLines(baseLines, ourLines, theirLines, () => undefined)
  if (merged.length === 0) return { text: '{}\n', conflicts: 0 }
  const lines = merged.map((line, index) => {
    const end = index === merged.length - 1 ? '' : ','
    const written = (raw: string) => `  ${raw}${end}\n`
    return line.type === 'line'
      ? written(line.raw)
      : `<<<<<<< ours\n${written(line.ours)}=======\n${written(line.theirs)}>>>>>>> theirs\n`
  })
  return {
    text: `{\n${lines.join('')}}\n`,
    conflicts: merged.filter(({ type }) => type === 'conflict').length,
  }
}

function isAddress(key: string): boolean {
  return key.startsWith('/')
}

/** An empty text is the version of a file that was not there. */
function linesOf(text: string): KeyedLines | undefined {
  if (text.trim() === '') return new Map()
  const scanned = scanJsonObject(text)
  if (scanned.type === 'fault') return undefined
  const lines = new Map(
    scanned.members.map(({ key, value }) => [key, `${JSON.stringify(key)}: ${value}`] as const),
  )
  return lines.size === scanned.members.length ? lines : undefined
}
