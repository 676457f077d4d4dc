import { isAbsolute, relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'
import type { PageFile } from '../config/page-file.ts'
import { VersoError } from '../verso-error.ts'
import { type Shard, shardPages } from './shard-pages.ts'

/**
 * The pages that arguments name: a page path, a file path (from the working folder or the root), a folder of either
 * kind, or a glob. No argument: all pages.
 *
 * @param root absolute
 * @param shard the part of them that is wanted; undefined: all
 * @throws VersoError `usage` for an argument that names no page
 */
export function selectPages(
  pages: readonly PageFile[],
  args: readonly string[],
  root: string,
  shard?: Shard,
): readonly PageFile[] {
  const named = args.length === 0 ? pages : namedPages(pages, args, root)
  return shard === undefined ? named : shardPages(named, shard)
}

function namedPages(pages: readonly PageFile[], args: readonly string[], root: string): readonly PageFile[] {
  const selected = new Set<PageFile>()
  for (const arg of args) {
    const matches = matcherOf(arg, root)
    const found = pages.filter(matches)
    if (found.length === 0) {
      throw new VersoError(
        'usage',
        `No source page is named by "${arg}". Name it by page path (apps/bwares/connect-hubrise), by file or by glob.`,
      )
    }
    for (const page of found) selected.add(page)
  }
  return pages.filter(page => selected.has(page))
}

/** Names are compared in NFC: a shell may hand over either form. */
function matcherOf(arg: string, root: string): (page: PageFile) => boolean {
  const plain = arg.normalize('NFC').replace(/^\.\//, '').replace(/\/+$/, '')
  const fromFolder = (isAbsolute(arg) ? relative(root, arg) : relative(root, resolve(arg)))
    .split(sep)
    .join('/')
    .normalize('NFC')
  const names = new Set([plain, fromFolder])
  const glob = picomatch([...names].filter(name => name !== ''))
  return ({ page, file }) => {
    const candidates = [page.normalize('NFC'), file.normalize('NFC')]
    return candidates.some(
      candidate =>
        names.has(candidate) || [...names].some(name => candidate.startsWith(`${name}/`)) || glob(candidate),
    )
  }
}
