import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseResource } from '../../catalogue/parse-resource.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Diagnostic, Locale } from '../../model.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { findPages } from '../list-pages.ts'
import type { Project } from '../open-project.ts'
import { pageDiagnostic } from '../page-diagnostic.ts'
import { cataloguePages } from '../read-catalogue.ts'

/** Share of a page's segments that a page which moved still has. */
const same = 0.5

/** Target pages and catalogue files without a source page; those whose source is found under another name are `moved`. */
export async function findOrphans(
  project: Project,
  sources: readonly PageFile[],
  locale: Locale,
): Promise<readonly Diagnostic[]> {
  const known = new Set(sources.map(({ page }) => page))
  const targets = (await findPages(project, locale)).filter(({ page }) => !known.has(page))
  const entries = (await cataloguePages(project, locale)).filter(page => !known.has(page))
  const orphans = new Map<string, string>(
    entries.map(page => [page, `${project.config.catalogue}/${locale}/${page}.json`]),
  )
  for (const { page, file } of targets) orphans.set(page, file)
  if (orphans.size === 0) return []
  const inCatalogue = new Set(await cataloguePages(project, project.config.source))
  const newcomers = sources.filter(({ page }) => !inCatalogue.has(page))
  const keysOf = await segmentKeysOf(project, newcomers)
  return [...orphans].map(([page, file]) => {
    const moved = newcomers.find(newcomer => isSame(sourceKeys(project, page), keysOf.get(newcomer)))
    return moved === undefined
      ? pageDiagnostic(
          'page-orphan',
          file,
          'There is no source page for it any more. Remove it, or put the source back.',
          { locale },
        )
      : pageDiagnostic(
          'page-moved',
          file,
          `Its source is ${moved.file} now. Move the page and its catalogue files there.`,
          { locale },
        )
  })
}

async function segmentKeysOf(
  { root, config }: Project,
  pages: readonly PageFile[],
): Promise<ReadonlyMap<PageFile, ReadonlySet<string>>> {
  if (pages.length === 0) return new Map()
  const { extractPage } = await import('../../extract/extract-page.ts')
  return new Map(
    pages.map(page => {
      const { skeleton } = extractPage(readFileSync(join(root, page.file), 'utf8'), {
        file: page.file,
        locale: config.source,
        mdx: page.file.endsWith('.mdx'),
        frontMatter: config.frontMatter,
        attributes: config.attributes,
      })
      return [page, new Set(segmentsOf(skeleton).map(({ key }) => key))]
    }),
  )
}

/** Keys of the source resource of a page that is gone. */
function sourceKeys({ root, config }: Project, page: string): ReadonlySet<string> {
  const file = `${config.catalogue}/${config.source}/${page}.json`
  try {
    const parsed = parseResource(readFileSync(join(root, file), 'utf8'), file)
    return new Set(parsed.type === 'resource' ? parsed.resource.texts.keys() : [])
  } catch {
    return new Set()
  }
}

function isSame(gone: ReadonlySet<string>, now: ReadonlySet<string> | undefined): boolean {
  if (now === undefined || gone.size === 0) return false
  const shared = [...gone].filter(key => now.has(key)).length
  return shared / Math.max(gone.size, now.size) >= same
}
