import { join } from 'node:path'
import type { LinkFact } from '../../check/page-facts.ts'
import { slugOf } from '../../check/slug-of.ts'
import { findLinks } from '../../check/text/find-links.ts'
import { isExternal } from '../../check/text/is-external.ts'
import { valueLinks } from '../../check/text/value-links.ts'
import { withoutLiteralText } from '../../check/text/without-literal-text.ts'
import { pageFormat } from '../../config/page-format.ts'
import type { FrontMatterRule } from '../../model.ts'
import { isContent } from '../../syntax/yaml/is-content.ts'
import { definedOf } from '../defined-of.ts'
import type { Project } from '../project/open-project.ts'
import { readPage } from '../project/read-page.ts'
import type { PageFileFacts } from './page-file-facts.ts'
import { slugKeys } from './slug-keys.ts'

/**
 * Reads off a file what links have to do with, its anchors apart; undefined for one that can't be read. A content file
 * has links alone.
 *
 * @param rules for its values
 */
export function readPageFile(
  { root, config }: Project,
  file: string,
  stamp: string,
  rules: readonly FrontMatterRule[],
): PageFileFacts | undefined {
  const read = readPage(root, join(root, file))
  if (read.type !== 'text') return undefined
  const format = pageFormat(file)
  const isOfSite = ({ url }: LinkFact) => url !== '' && !isExternal(url)
  const inValues = valueLinks(read.text, format, rules).filter(isOfSite)
  if (isContent(format)) return { stamp, links: [...new Set(inValues.map(({ url }) => url))], images: [] }
  const links = [...inValues, ...findLinks(withoutLiteralText(read.text)).filter(isOfSite)]
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
