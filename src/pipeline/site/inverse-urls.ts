import type { LinkTargets } from '../../syntax/rewrite-url.ts'
import type { PageLinks } from './page-links.ts'

/** The source's link targets for those of a locale's page: what a person wrote there is kept as the catalogue has it. */
export function inverseUrls({ urls }: PageLinks): LinkTargets {
  return Object.fromEntries(
    Object.entries(urls)
      .map(([source, target]) => [target, source] as const)
      .reverse(),
  )
}
