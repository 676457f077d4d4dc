import { join } from 'node:path'
import type { PageFile } from '../../config/page-file.ts'
import type { Diagnostic, Locale, PageTargets } from '../../model.ts'
import { VersoError } from '../../verso-error.ts'
import { openCatalogueFiles } from '../catalogue/catalogue-files.ts'
import { acquireLock } from '../files/acquire-lock.ts'
import { writeAtomically } from '../files/write-atomically.ts'
import { listPages } from '../project/list-pages.ts'
import type { Project } from '../project/open-project.ts'
import { selectPages } from '../project/select-pages.ts'
import { eachTarget } from '../run/each-target.ts'
import { keysOf } from '../run/keys-of.ts'
import { refreshPages } from '../run/refresh-pages.ts'
import { writeFailed } from '../run/write-failed.ts'
import { approvedEntry } from './approved-entry.ts'
import { confirmedEntry } from './confirmed-entry.ts'
import { type Mark, markPage } from './mark-page.ts'
import { mergedKeys } from './merged-keys.ts'

export interface MarkOptions {
  readonly locale: Locale
  /** `approve`: a person confirms; `reopen`: a confirmation is taken back. */
  readonly action: 'approve' | 'reopen'
  /** Page paths, files, folders or globs; none: all pages. */
  readonly args: readonly string[]
  /** Of these segments alone; none: all of the pages. */
  readonly keys: readonly string[]
  /** Only what these revisions changed, as `mergedKeys` has it. */
  readonly fromGit?: string | undefined
  readonly signal: AbortSignal
}

export interface MarkReport {
  readonly locale: Locale
  /** Segments whose state changed, equal ones of a page counted once. */
  readonly changed: number
  /** Segments that can't be approved, for they have no translation. */
  readonly untranslated: number
  /** Pages that were left alone, for they can't be worked on or written; `diagnostics` says why. */
  readonly refused: number
  /** Files written, from the root, sorted. */
  readonly files: readonly string[]
  /** Of pages that were refused, and of segments that were marked and can't be written. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Approves segments, or opens them again. Approving takes what `diff` shows as proposed; what came in with a revision is
 * what was read there, and no proposal takes its place. `final` segments stay. With a key that no segment has, nothing
 * is marked.
 *
 * @throws VersoError `usage` for a page, key or revision that doesn't exist
 */
export async function markSegments(project: Project, options: MarkOptions): Promise<MarkReport> {
  const { locale, action, args, keys, fromGit, signal } = options
  const listed = await listPages(project, [locale])
  const { pages: selected, diagnostics: faults } = selectPages(listed, args, project)
  const merged = fromGit === undefined ? undefined : await mergedKeys(project, locale, selected, fromGit)
  const mark: Mark =
    action === 'reopen' ? reopenedEntry : merged === undefined ? approvedEntry : confirmedEntry
  const refreshed = await refreshPages(project, locale, signal)
  const files = new Set(refreshed.files)
  const release = await acquireLock(join(project.root, '.verso'))
  let marked: Marked
  const failed: Diagnostic[] = []
  try {
    marked = await markPages(project, selected, { locale, keys, merged, mark })
    const catalogue = openCatalogueFiles(project, writeAtomically)
    for (const { file, entries } of marked.pages) {
      try {
        for (const written of catalogue.saveTargets(file.page, locale, entries)) files.add(written)
      } catch (error) {
        failed.push(writeFailed(file.file, error, locale))
      }
    }
  } finally {
    await release()
  }
  const written = await refreshPages(project, locale, signal)
  for (const file of written.files) files.add(file)
  const { untranslated, refused } = marked
  const unwritten = new Set(failed.map(({ file }) => file))
  const pages = marked.pages.filter(({ file }) => !unwritten.has(file.file))
  const keysIn = new Map(pages.map(({ file, keys }) => [file.file, keys]))
  const isMarked = ({ file, key = '' }: Diagnostic) => keysIn.get(file)?.has(key) === true
  return {
    locale,
    changed: pages.reduce((sum, page) => sum + page.keys.size, 0),
    untranslated,
    refused: refused.length + failed.length,
    files: [...files].toSorted(),
    diagnostics: [...faults, ...refused.flat(), ...failed, ...written.diagnostics.filter(isMarked)],
  }
}

interface Marking extends Pick<MarkOptions, 'locale' | 'keys'> {
  readonly merged: Awaited<ReturnType<typeof mergedKeys>> | undefined
  readonly mark: Mark
}

interface Marked {
  readonly pages: readonly {
    readonly file: PageFile
    readonly entries: PageTargets
    readonly keys: ReadonlySet<string>
  }[]
  readonly untranslated: number
  /** Findings of each page that can't be worked on. */
  readonly refused: readonly (readonly Diagnostic[])[]
}

async function markPages(
  project: Project,
  files: readonly PageFile[],
  { locale, keys, merged, mark }: Marking,
): Promise<Marked> {
  const lost = new Set(keys)
  const pages: Marked['pages'][number][] = []
  const refused: (readonly Diagnostic[])[] = []
  let untranslated = 0
  for await (const one of eachTarget(project, files, [locale])) {
    if (one.type === 'refused') {
      refused.push(one.diagnostics)
      continue
    }
    const { target } = one
    const known = new Set(keysOf(target))
    for (const key of known) lost.delete(key)
    const asked = keys.length === 0 ? known : new Set(keys.filter(key => known.has(key)))
    const marked = markPage(target, merged === undefined ? asked : both(asked, merged(target)), mark)
    untranslated += marked.untranslated
    if (marked.entries === undefined) continue
    pages.push({ file: target.page.file, entries: marked.entries, keys: marked.marked })
  }
  if (lost.size > 0) throw unknownKeys(lost, locale, refused.length)
  return { pages, untranslated, refused }
}

function both(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a].filter(one => b.has(one)))
}

function unknownKeys(keys: ReadonlySet<string>, locale: Locale, refused: number): VersoError {
  const unread = refused === 0 ? '' : ` (${refused} pages can't be read: verso check ${locale} says why)`
  return new VersoError(
    'usage',
    `No segment has the key ${[...keys].join(', ')}${unread}. Nothing was marked. verso diff ${locale} --json lists keys.`,
  )
}

const reopenedEntry: Mark = (text, before) => {
  if (text === undefined || (before?.state !== 'reviewed' && before?.state !== 'final')) return undefined
  return { target: text, state: { ...before, state: 'translated' } }
}
