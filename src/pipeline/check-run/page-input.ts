import type { PageFile } from '../../config/page-file.ts'
import type { Locale } from '../../model.ts'
import type { PageRead } from '../project/read-page.ts'
import type { PageLinks } from '../site/page-links.ts'

/** A file of the catalogue; without a text it does not exist. */
interface CatalogueText {
  readonly file: string
  readonly text: string | undefined
}

/** All that a page's findings in one locale come from, beside the settings. */
export interface PageInput {
  readonly file: PageFile
  readonly locale: Locale
  readonly source: PageRead
  /** The target page, from the root, and what reading it came to. */
  readonly targetFile: string
  readonly target: PageRead
  /** How the target's links differ from the source's. */
  readonly links: PageLinks
  /** Source resource, target resource and its sidecar. */
  readonly catalogue: {
    readonly source: CatalogueText
    readonly resource: CatalogueText
    readonly sidecar: CatalogueText
  }
}
