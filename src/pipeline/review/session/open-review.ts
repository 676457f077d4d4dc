import { join } from 'node:path'
import pLimit from 'p-limit'
import { fileIn } from '../../../config/file-in.ts'
import type { PageFile } from '../../../config/page-file.ts'
import { pageFormat } from '../../../config/page-format.ts'
import type { Locale } from '../../../model.ts'
import { isContent } from '../../../syntax/yaml/is-content.ts'
import { openProject, type Project } from '../../project/open-project.ts'
import { readPage } from '../../project/read-page.ts'
import { readImage } from '../read-image.ts'
import type { PageView, ProjectView, ReviewEvent } from '../review-view.ts'
import { carryRenamed } from './carry-renamed.ts'
import { createBackgroundReader } from './create-background-reader.ts'
import { createPageWriter } from './create-page-writer.ts'
import { createShelf } from './create-shelf.ts'
import { seePage, stampOf } from './read-page-view.ts'
import { isOutdated, listReviewed, openContext } from './review-context.ts'
import type { ReviewSession } from './review-session.ts'

/** How often files are looked at while somebody has the page open, in ms. */
const watchInterval = 1_000

interface Options {
  readonly locale: Locale
  /** Page paths, files or globs; none: all pages. */
  readonly args: readonly string[]
}

/**
 * Opens a target locale for review. Every page is read from its files when it is asked for, and again under the lock
 * when it is saved: what another program wrote in between is seen, and merged or refused.
 *
 * @throws VersoError for a configuration or a glossary that can't be used, and for an argument that names no page
 */
export async function openReview(opened: Project, { locale, args }: Options): Promise<ReviewSession> {
  let pages = await listReviewed(opened, locale, args)
  let context = await openContext(opened, locale)
  await carryRenamed(context.tools, pages.values())
  /** Requests of the reviewer, one after the other: two tabs don't fight. */
  const one = pLimit(1)
  let background = createBackgroundReader(context, pages.size, one)
  const listeners = new Set<(event: ReviewEvent) => void>()
  const tell = (event: ReviewEvent) => {
    for (const listener of listeners) listener(event)
  }
  const shelf = createShelf(tell)
  const writer = createPageWriter(shelf, page => tell({ type: 'changed', page }))
  let timer: NodeJS.Timeout | undefined
  let isReading = false
  let isClosed = false

  async function show(file: PageFile): Promise<PageView> {
    const seen = await seePage(context, file)
    shelf.put(file.page, seen)
    return seen.view
  }

  /** Reads what was not asked for yet. A page that a reviewer opens in the meantime is theirs. */
  async function readUnread(hasChanged: boolean): Promise<void> {
    const reader = background
    for (const file of pages.values()) {
      if (isClosed || reader !== background) return
      if (shelf.get(file.page) !== undefined) continue
      const seen = await reader.read(file, hasChanged)
      if (shelf.get(file.page) === undefined && reader === background) shelf.put(file.page, seen)
      // Requests come first.
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  /** Goes on by itself, one page at a time. A reader that fails is asked again when the files are looked at next. */
  function readAll(hasChanged: boolean): void {
    if (isReading) return
    isReading = true
    readUnread(hasChanged)
      .catch(() => undefined)
      .finally(() => {
        isReading = false
      })
  }

  /** Sees what other programs did to the files. */
  async function look(): Promise<void> {
    context.tools.site.refresh()
    if (isOutdated(context)) await reopen()
    const listed = await listReviewed(context.project, locale, args)
    if ([...listed.keys()].join('\n') !== [...pages.keys()].join('\n')) {
      await one(() => carryRenamed(context.tools, listed.values()))
      pages = listed
      for (const page of shelf.pages()) if (!listed.has(page)) shelf.drop(page)
      tell({ type: 'pages', project: projectView() })
    }
    for (const [page, file] of pages) {
      const seen = shelf.get(page)
      if (seen === undefined || seen.stamp === stampOf(context, file)) continue
      shelf.drop(page)
      tell({ type: 'changed', page })
    }
    readAll(true)
  }

  async function reopen(): Promise<void> {
    const next = await openContext(await openProject(context.project.root), locale)
    await one(async () => {
      await Promise.all([context.tools.work.end(), background.end()])
      context = next
      background = createBackgroundReader(next, pages.size, one)
    })
    for (const page of shelf.pages()) {
      shelf.drop(page)
      tell({ type: 'changed', page })
    }
  }

  function watch(): void {
    if (timer !== undefined || isClosed) return
    timer = setTimeout(() => {
      look()
        // A configuration that is being edited may not be valid for a while: what was read last holds until it is.
        .catch(() => undefined)
        .finally(() => {
          timer = undefined
          if (listeners.size > 0) watch()
        })
    }, watchInterval)
    timer.unref()
  }

  const projectView = (): ProjectView => ({
    source: context.project.config.source,
    target: locale,
    pages: [...pages.values()].map(({ page, file }) => {
      const summary = shelf.get(page)?.view.summary
      return { page, file, ...(summary === undefined ? {} : { summary }) }
    }),
  })

  readAll(false)

  return {
    project: projectView,

    async openPage(page) {
      const file = pages.get(page)
      return file === undefined ? undefined : one(() => show(file))
    },

    async previewOf(page) {
      const file = pages.get(page)
      if (file === undefined) return undefined
      const { root } = context.project
      for (const shown of [fileIn(file, locale), file.file]) {
        const read = readPage(root, join(root, shown))
        if (read.type === 'text') {
          const isValues = isContent(pageFormat(shown))
          return { text: read.text, file: shown, sourceFile: file.file, isContent: isValues }
        }
      }
      return undefined
    },

    suggest: shelf.suggest,
    search: query => shelf.search(pages.keys(), query),
    decide: (page, decisions) => one(() => writer.decide(context, pages.get(page), decisions)),
    undo: id => one(() => writer.undo(context, page => pages.get(page), id)),
    readImage: path => readImage(context.project.root, path),

    check(page, index, target) {
      const segment = shelf.get(page)?.view.segments[index]
      return segment === undefined ? [] : context.viewer.check(page, segment, target)
    },

    subscribe(listener) {
      listeners.add(listener)
      watch()
      return () => listeners.delete(listener)
    },

    async close() {
      isClosed = true
      clearTimeout(timer)
      await one(() => Promise.all([context.tools.work.end(), background.end()]))
    },
  }
}
