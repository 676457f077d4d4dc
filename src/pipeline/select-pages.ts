import { isAbsolute, relative, resolve, sep } from 'node:path'
import { createPageFilter, type PageFilter } from '../config/create-page-filter.ts'
import type { PageFile } from '../config/page-file.ts'
import { VersoError } from '../verso-error.ts'
import type { PageList } from './list-pages.ts'
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
  { pages, ignored }: Pick<PageList, 'pages' | 'ignored'>,
  args: readonly string[],
  root: string,
  shard?: Shard,
): readonly PageFile[] {
  const named = args.length === 0 ? pages : namedPages(pages, ignored, args, root)
  return shard === undefined ? named : shardPages(named, shard)
}

function namedPages(
  pages: readonly PageFile[],
  ignored: readonly PageFile[],
  args: readonly string[],
  root: string,
): readonly PageFile[] {
  const selected = new Set<PageFile>()
  for (const arg of args) {
    const isNamed = filterOf(arg, root)
    const found = pages.filter(({ page, file }) => isNamed(page, file))
    if (found.length === 0) {
      const left = ignored.find(({ page, file }) => isNamed(page, file))
      throw new VersoError(
        'usage',
        left === undefined
          ? `No source page is named by "${arg}". Name it by page path (apps/bwares/connect-hubrise), by file or by glob.`
          : `${left.file} is not localised: a rule of \`ignore\` in verso.config.yaml names it. Change the rule, or name another page.`,
      )
    }
    for (const page of found) selected.add(page)
  }
  return pages.filter(page => selected.has(page))
}

/** An argument as it stands, and from the working folder. */
function filterOf(arg: string, root: string): PageFilter {
  const fromFolder = (isAbsolute(arg) ? relative(root, arg) : relative(root, resolve(arg)))
    .split(sep)
    .join('/')
  return createPageFilter([arg, fromFolder])
}
