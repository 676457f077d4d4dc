import type { ExtractOptions } from '../../extract/extract-options.ts'
import { extractPage } from '../../extract/extract-page.ts'
import type { Skeleton } from '../../model.ts'
import { createGuardMemory, type GuardMemory } from '../../reassemble/guard/guard-memory.ts'
import { guardPage } from '../../reassemble/guard/guard-page.ts'
import { localisedSkeleton } from '../run/localised-skeleton.ts'
import type { PageWork } from './page-work.ts'

interface OpenPage {
  readonly text: string
  readonly options: ExtractOptions
  readonly skeleton: Skeleton
  /** By localisation: each has a skeleton of its own. */
  readonly memories: Map<string, GuardMemory>
}

/** Does the work in this thread. */
export function createLocalWork(): PageWork {
  const pages = new Map<string, OpenPage>()
  return {
    async open(page, text, options) {
      const extraction = extractPage(text, options)
      pages.set(page, { text, options, skeleton: extraction.skeleton, memories: new Map() })
      return extraction
    },
    async extract(text, options) {
      return extractPage(text, options)
    },
    async compose({ page, locale, targets, confirmed, localisation }) {
      const open = pages.get(page)
      if (open === undefined) throw new Error(`The page ${page} is not open.`)
      const { skeleton: own, options } = open
      const skeleton = localisedSkeleton(own, localisation)
      // What a target page is compared with: its source, had it been written with these slugs, stems and links.
      const source = skeleton === own ? open.text : skeleton.parts.map(({ raw }) => raw).join('')
      const key = JSON.stringify(localisation)
      const memory = open.memories.get(key) ?? createGuardMemory()
      open.memories.set(key, memory)
      const { format, file } = options
      const guarded = guardPage({ source, skeleton, targets, confirmed, format, file, locale }, memory)
      const { text, rejected, diagnostics, kept } = guarded
      return { text, rejected, diagnostics: [...diagnostics, ...kept] }
    },
    close(page) {
      pages.delete(page)
    },
    async end() {
      pages.clear()
    },
  }
}
