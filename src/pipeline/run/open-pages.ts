import { join } from 'node:path'
import type { PageFile } from '../../config/page-file.ts'
import type { Diagnostic } from '../../model.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { stampFile } from '../files/stamp-file.ts'
import { extractOptions } from '../project/extract-options.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'
import { type PageRead, readPage } from '../project/read-page.ts'
import type { PageInHand } from './page-in-hand.ts'
import type { RunTools } from './run-tools.ts'

/** Source pages of a window, and what is wrong with those that can't be worked on. */
export interface OpenPages {
  readonly pages: readonly PageInHand[]
  readonly refused: readonly { readonly file: PageFile; readonly diagnostics: readonly Diagnostic[] }[]
}

/** Reads source pages and takes them apart, all at once. */
export async function openPages(tools: RunTools, files: readonly PageFile[]): Promise<OpenPages> {
  const opened = await Promise.all(files.map(file => openPage(tools, file)))
  const pages: PageInHand[] = []
  const refused: OpenPages['refused'][number][] = []
  for (const [index, file] of files.entries()) {
    const page = opened[index]
    if (page === undefined) continue
    if ('skeleton' in page) pages.push(page)
    else refused.push({ file, diagnostics: page.diagnostics })
  }
  return { pages, refused }
}

/**
 * A page with a fault that hides some of its text is left alone: what was translated of it would be taken for removed,
 * and a target page with the same fault could not be read again once the source is mended.
 */
async function openPage(
  { project, catalogue, work }: RunTools,
  file: PageFile,
): Promise<PageInHand | { readonly diagnostics: readonly Diagnostic[] }> {
  const path = join(project.root, file.file)
  const stamp = stampFile(path)
  const read = readPage(project.root, path)
  if (read.type !== 'text') return { diagnostics: [unreadable(file.file, read)] }
  const resource = catalogue.loadSource(file.page)
  if (resource.type === 'invalid') return { diagnostics: resource.diagnostics }
  const { config } = project
  const options = extractOptions(config, file, config.source)
  const { skeleton, diagnostics } = await work.open(file.page, read.text, options)
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    work.close(file.page)
    return { diagnostics }
  }
  return {
    file,
    text: read.text,
    skeleton,
    segments: segmentsOf(skeleton),
    resource: resource.value,
    diagnostics,
    stamp,
  }
}

/** Why a page can't be read, and what to do about it. */
export function unreadable(file: string, read: Exclude<PageRead, { type: 'text' }>): Diagnostic {
  switch (read.type) {
    case 'missing':
      return pageDiagnostic(
        'page-unreadable',
        file,
        'The page is gone since the run began. Run the command again.',
      )
    case 'outside-root':
      return pageDiagnostic(
        'outside-root',
        file,
        'The page is a link that leads out of the project: it is left alone. Put the page itself here.',
      )
    case 'invalid-utf8':
      return pageDiagnostic(
        'invalid-utf8',
        file,
        'The page is not valid UTF-8 here: it is left alone. Save it as UTF-8.',
        { line: read.line, column: read.column },
      )
    case 'unreadable':
      return pageDiagnostic(
        'page-unreadable',
        file,
        `The page can't be read (${read.reason}): it is left alone.`,
      )
  }
}
