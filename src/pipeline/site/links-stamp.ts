import { base32Digest } from '../../syntax/base32-digest.ts'
import type { Stamp } from '../files/stamp-file.ts'
import type { PageLinks } from './page-links.ts'

/** What tells the links that a page has from those that it had. */
export function linksStamp(links: PageLinks): Stamp {
  const isNone = links.pins.length === 0 && Object.keys(links.urls).length === 0
  return isNone ? '-' : base32Digest(JSON.stringify(links), 16)
}
