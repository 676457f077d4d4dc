import { hash } from 'node:crypto'
import { join } from 'node:path'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Locale } from '../../model.ts'
import { readCatalogueText } from '../catalogue/read-catalogue-text.ts'
import type { Project } from '../project/open-project.ts'
import { readPage } from '../project/read-page.ts'
import { noLinks } from '../site/no-links.ts'
import type { Site } from '../site/open-site.ts'
import type { PageLinks } from '../site/page-links.ts'
import type { PageInput } from './page-input.ts'

export interface ReadInput {
  readonly input: PageInput
  /** Of all files that the page's findings come from. */
  readonly digest: string
}

/** Reads the files of pages in one locale. */
export async function readInputs(
  project: Project,
  site: Site,
  pages: readonly PageFile[],
  locale: Locale,
): Promise<readonly ReadInput[]> {
  const links = await site.attempt(() => pages.map(({ page }) => site.linksOf(page, locale)))
  return Promise.all(pages.map((page, index) => readInput(project, links[index] ?? noLinks, page, locale)))
}

async function readInput(
  { root, config }: Project,
  links: PageLinks,
  file: PageFile,
  locale: Locale,
): Promise<ReadInput> {
  const targetFile = fileIn(file, locale)
  const catalogueText = (language: Locale, extension: string) => {
    const path = `${config.catalogue}/${language}/${file.page}.${extension}`
    return { file: path, text: readCatalogueText(join(root, path)) ?? undefined }
  }
  const input: PageInput = {
    file,
    locale,
    source: await readPage(root, join(root, file.file)),
    targetFile,
    target: await readPage(root, join(root, targetFile)),
    links,
    catalogue: {
      source: catalogueText(config.source, 'json'),
      resource: catalogueText(locale, 'json'),
      sidecar: catalogueText(locale, 'state.jsonl'),
    },
  }
  return { input, digest: hash('sha256', JSON.stringify(input), 'base64') }
}
