import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic, Locale } from '../model.ts'
import { fileIn } from './file-in.ts'
import type { PageFile } from './page-file.ts'

/** Source pages that can be worked on, and what is wrong with the others. */
export interface SeparatedPages {
  readonly pages: readonly PageFile[]
  /** The others: each is named by a diagnostic. */
  readonly refused: readonly PageFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Leaves out the source pages that would be written over one another or over a source page: a file that two patterns
 * make different pages of, two files that are one page path, two page paths that differ in case or Unicode form alone (one file on some systems), a page whose
 * target is another page's source.
 *
 * @param files all source pages of a run
 * @param targets the locales that the run writes
 */
export function separatePages(files: readonly PageFile[], targets: readonly Locale[]): SeparatedPages {
  const byPath = new Map<string, PageFile[]>()
  for (const page of files) {
    const path = folded(page)
    byPath.set(path, [...(byPath.get(path) ?? []), page])
  }
  const sources = new Set(files.map(({ file }) => file))
  const pages: PageFile[] = []
  const refused: PageFile[] = []
  const diagnostics: Diagnostic[] = []
  for (const page of files) {
    const fault = unclearPath(page) ?? sharedPath(page, byPath) ?? takenTarget(page, sources, targets)
    if (fault === undefined) pages.push(page)
    else {
      refused.push(page)
      diagnostics.push(fault)
    }
  }
  return { pages, refused, diagnostics }
}

function folded({ page }: PageFile): string {
  return page.normalize('NFC').toLowerCase()
}

function unclearPath(page: PageFile): Diagnostic | undefined {
  if (page.readings === undefined) return undefined
  const readings = page.readings.map(({ pattern, page: path }) => `\`${path}\` by the pattern \`${pattern}\``)
  return fault('page-ambiguous', page, `The file is the page ${readings.join(' and ')}`)
}

function sharedPath(
  page: PageFile,
  byPath: ReadonlyMap<string, readonly PageFile[]>,
): Diagnostic | undefined {
  const others = byPath.get(folded(page))?.filter(other => other !== page) ?? []
  if (others.length === 0) return undefined
  const names = others.map(({ file }) => `\`${file}\``).join(', ')
  return others.some(other => other.page === page.page)
    ? fault('page-collision', page, `The page \`${page.page}\` is also ${names}`)
    : fault('case-collision', page, `${names} differs in upper and lower case or in accents' encoding alone`)
}

function takenTarget(
  page: PageFile,
  sources: ReadonlySet<string>,
  targets: readonly Locale[],
): Diagnostic | undefined {
  const target = targets.map(locale => fileIn(page, locale)).find(file => sources.has(file))
  if (target === undefined) return undefined
  return fault('page-collision', page, `Its translation would replace \`${target}\`, a source page itself`)
}

function fault(
  code: 'page-ambiguous' | 'page-collision' | 'case-collision',
  page: PageFile,
  what: string,
): Diagnostic {
  const next =
    code === 'page-ambiguous'
      ? 'Narrow one of the patterns in `pages`'
      : 'Rename one of them, or narrow `pages` in the configuration'
  return {
    code,
    severity: diagnosticCodes[code],
    message: `${what}: it is left alone. ${next}.`,
    file: page.file,
    line: 1,
    column: 1,
  }
}
