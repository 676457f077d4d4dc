import { slugAddress } from '../../check/site/slug-address.ts'
import { slugOf } from '../../check/slug-of.ts'
import { definedOf } from '../defined-of.ts'
import type { Project } from '../open-project.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'
import { slugKeys } from '../site/slug-keys.ts'

/** The addresses, with a slash before them, that a page of the site had and has. */
export interface AddressMove {
  readonly from: string
  readonly to: string
}

/** What a new text of a target page makes of its address; undefined when that stays, or the page is new. */
export function moveOfPage(
  { config }: Pick<Project, 'config'>,
  { page, file, text: before }: TargetInHand,
  text: string,
): AddressMove | undefined {
  if (before === undefined) return undefined
  const addressOf = (version: string) => {
    const side = { file, ...definedOf({ slug: slugOf(version, slugKeys(config)) }) }
    const { page: path } = page.file
    return `/${slugAddress({ page: path, source: side }, 'source') ?? path}`
  }
  const [from, to] = [addressOf(before), addressOf(text)]
  return from === to ? undefined : { from, to }
}
