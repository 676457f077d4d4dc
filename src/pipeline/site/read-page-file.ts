import { join } from 'node:path'
import { slugOf } from '../../check/slug-of.ts'
import { findLinks } from '../../check/text/find-links.ts'
import { isExternal } from '../../check/text/is-external.ts'
import { withoutLiteralText } from '../../check/text/without-literal-text.ts'
import { pageFormat } from '../../config/page-format.ts'
import { isContent } from '../../syntax/is-content.ts'
import { definedOf } from '../defined-of.ts'
import type { Project } from '../open-project.ts'
import { readPage } from '../read-page.ts'
import type { PageFileFacts } from './page-file-facts.ts'
import { slugKeys } from './slug-keys.ts'

/**
 * Reads off a file what links have to do with, its anchors apart; undefined for one that can't be read. A content file
 * has nothing of the kind.
 */
export function readPageFile(
  { root, config }: Project,
  file: string,
  stamp: string,
): PageFileFacts | undefined {
  const read = readPage(root, join(root, file))
  if (read.type !== 'text') return undefined
  if (isContent(pageFormat(file))) return { stamp, links: [], images: [] }
  const links = findLinks(withoutLiteralText(read.text)).filter(({ url }) => url !== '' && !isExternal(url))
  const urls = (type: 'link' | 'image') => [
    ...new Set(links.filter(link => link.type === type).map(({ url }) => url)),
  ]
  return {
    stamp,
    links: urls('link'),
    images: urls('image'),
    ...definedOf({ slug: slugOf(read.text, slugKeys(config)) }),
  }
}
