import { isAbsolute, relative, resolve, sep } from 'node:path'
import { createPageFilter } from '../../config/create-page-filter.ts'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Diagnostic } from '../../model.ts'
import { VersoError } from '../../verso-error.ts'
import type { Share } from '../shard/share.ts'
import type { PageList } from './list-pages.ts'
import type { Project } from './open-project.ts'

/** The pages that a run is about, and what is wrong with those of them that can't be worked on. */
interface SelectedPages {
  readonly pages: readonly PageFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The pages that arguments name: a page path, the file of a source or target page (from the working folder or the
 * root), a folder of either kind, or a glob. No argument: all pages.
 *
 * @param share the part of them that is wanted; undefined: all
 * @throws VersoError `usage` for an argument that names no page
 */
export function selectPages(
  listed: PageList,
  args: readonly string[],
  project: Project,
  share?: Share,
): SelectedPages {
  const { pages, diagnostics } = args.length === 0 ? listed : namedPages(listed, args, project)
  return { pages: share === undefined ? pages : pages.filter(({ page }) => share.owns(page)), diagnostics }
}

function namedPages(
  { pages, refused, ignored, diagnostics }: PageList,
  args: readonly string[],
  project: Project,
): SelectedPages {
  const selected = new Set<PageFile>()
  for (const arg of args) {
    const isNamed = filterOf(arg, project)
    const found = [...pages, ...refused].filter(isNamed)
    if (found.length === 0) {
      const left = ignored.find(isNamed)
      throw new VersoError(
        'usage',
        left === undefined
          ? `No source page is named by "${arg}". Name it by page path (apps/bwares/connect-hubrise), by file or by glob.`
          : `${left.file} is not localised: a rule of \`ignore\` in verso.config.yaml names it. Change the rule, or name another page.`,
      )
    }
    for (const page of found) selected.add(page)
  }
  const files = new Set([...selected].map(({ file }) => file))
  return {
    pages: pages.filter(page => selected.has(page)),
    diagnostics: diagnostics.filter(({ file }) => files.has(file)),
  }
}

/** An argument as it stands, and from the working folder. */
function filterOf(arg: string, { root, config }: Project): (page: PageFile) => boolean {
  const fromFolder = (isAbsolute(arg) ? relative(root, arg) : relative(root, resolve(arg)))
    .split(sep)
    .join('/')
  const isNamed = createPageFilter([arg, fromFolder])
  return page =>
    isNamed(page.page, page.file) || config.targets.some(locale => isNamed(page.page, fileIn(page, locale)))
}
