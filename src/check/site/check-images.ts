import type { LinkFact, PageFacts, SideFacts } from '../page-facts.ts'
import { isExternal } from '../text/is-external.ts'
import type { Site, SiteFinding } from './site.ts'

type LocalisedPage = PageFacts & { readonly target: SideFacts }

/** Images of target pages exist, and are the target's own. */
export function* checkImages(site: Site): Generator<SiteFinding> {
  for (const page of site.pages) {
    if (page.target === undefined) continue
    for (const link of page.target.links) {
      if (link.type !== 'image' || isExternal(link.url) || link.url === '') continue
      yield* checkImage(site, { ...page, target: page.target }, link)
    }
  }
}

function* checkImage(
  { locales: { source, target }, imageOf }: Site,
  page: LocalisedPage,
  { url, line, column }: LinkFact,
): Generator<SiteFinding> {
  const finding = (code: SiteFinding['code'], message: string): SiteFinding => ({
    code,
    file: page.target.file,
    line,
    column,
    message: `“${url}” ${message}`,
  })
  const folders = url.split('/')
  if (folders.includes(source) && !folders.includes(target)) {
    yield finding('image-path', 'is an image of the source’s locale. Link to the one of this page’s locale.')
  }
  const image = imageOf(page, url)
  if (image === undefined) return
  if (!image.exists && image.existsInSource) {
    yield finding(
      'image-missing',
      'does not exist here, only beside the source page. Run `verso translate` to copy it, or put an image of this locale here.',
    )
  } else if (!image.exists) {
    yield finding(
      'image-unknown',
      'exists neither here nor beside the source page. Add it, or correct the path.',
    )
  } else if (image.isOldCopy) {
    yield finding(
      'image-of-source',
      'is what the source’s image was before it changed. Run `verso translate` to copy it anew, or replace it.',
    )
  } else if (image.isSame) {
    yield finding('image-of-source', 'is still the source’s image. Replace it if it shows text.')
  }
}
