import { join } from 'node:path'
import { headingAnchors } from '../../check/heading-anchors.ts'
import { pageFormat } from '../../config/page-format.ts'
import { extractPage } from '../../extract/extract-page.ts'
import type { Locale } from '../../model.ts'
import { isContent } from '../../syntax/yaml/is-content.ts'
import type { Project } from '../project/open-project.ts'
import { readPage } from '../project/read-page.ts'
import type { PageFileFacts } from './page-file-facts.ts'

/** The anchors of a page's headings; none of one that can't be read. */
export function readAnchors(
  { root, config }: Project,
  file: string,
  locale: Locale,
): NonNullable<PageFileFacts['anchors']> {
  const read = readPage(root, join(root, file))
  const format = pageFormat(file)
  if (read.type !== 'text' || isContent(format)) return []
  const { skeleton } = extractPage(read.text, {
    file,
    locale,
    format,
    values: config.frontMatter,
    attributes: config.attributes,
  })
  return headingAnchors(skeleton).map(({ anchor, isId, slug }) => ({ anchor, isId, slug }))
}
