import { slugAddress } from '../../check/site/slug-address.ts'
import { slugOf } from '../../check/slug-of.ts'
import { definedOf } from '../defined-of.ts'
import type { Project } from '../project/open-project.ts'
import { slugKeys } from '../site/slug-keys.ts'

/** The address, with a slash before it, that a page of the site has by its page path and the slug in its text. */
export function pageAddress(
  { config }: Pick<Project, 'config'>,
  { page, file }: { readonly page: string; readonly file: string },
  text: string,
): string {
  const side = { file, ...definedOf({ slug: slugOf(text, slugKeys(config)) }) }
  return `/${slugAddress({ page, source: side }, 'source') ?? page}`
}
