import { join } from 'node:path'
import pLimit from 'p-limit'
import type { Entry } from '../../catalogue/entry.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Locale } from '../../model.ts'
import { createSimilarFinder } from '../../review/create-similar-finder.ts'
import { parseFragment } from '../../syntax/parse-fragment.ts'
import { locateSegments } from '../../translate/locate-segments.ts'
import { patternText } from '../../translate/pattern-text.ts'
import { VersoError } from '../../verso-error.ts'
import { acquireLock } from '../acquire-lock.ts'
import { definedOf } from '../defined-of.ts'
import { listPages } from '../list-pages.ts'
import { loadGlossary } from '../load-glossary.ts'
import { openProject, type Project } from '../open-project.ts'
import { keysOf } from '../run/keys-of.ts'
import { localisationOf, localisedSkeleton } from '../run/localised-skeleton.ts'
import { openRunFiles } from '../run/open-run-files.ts'
import { openTools } from '../run/open-tools.ts'
import type { RunTools } from '../run/run-tools.ts'
import { stampPage } from '../run/stamp-page.ts'
import { selectPages } from '../select-pages.ts'
import { stampFile } from '../stamp-file.ts'
import { writeAtomically } from '../write-atomically.ts'
import { createPageViewer } from './create-page-viewer.ts'
import { decidedEntry } from './decided-entry.ts'
import { readImage } from './read-image.ts'
import { closePage, type ReviewedPage, readReviewedPage, targetLines } from './read-reviewed-page.ts'
import type { ReviewSession } from './review-session.ts'
import type {
  Decision,
  DecisionResult,
  PageView,
  ProjectView,
  ReviewEvent,
  SuggestionView,
} from './review-view.ts'
import { saveDecisions } from './save-decisions.ts'
import { searchPages } from './search-pages.ts'

/** How often files are looked at while somebody has the page open, in ms. */
const watchInterval = 1_000

/** Decisions that can be undone. */
const undoDepth = 200

const suggestionsShown = 3

type OpenPage = Extract<ReviewedPage, { type: 'page' }>

/** What an undo gives back: entries by index, and the versions that the segments must still have. */
interface Undoable {
  readonly page: string
  readonly entries: ReadonlyMap<
    number,
    { readonly key: string; readonly version: string; readonly entry: Entry }
  >
}

/** All that follows from the configuration and the glossary: made anew when one of them changes. */
interface Context {
  readonly project: Project
  readonly tools: RunTools
  readonly view: ReturnType<typeof createPageViewer>
  readonly pages: ReadonlyMap<string, PageFile>
}

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
  let context = await openContext(opened, locale, args)
  const one = pLimit(1)
  const finder = createSimilarFinder()
  const views = new Map<string, PageView>()
  const stamps = new Map<string, string>()
  const undoables = new Map<string, Undoable>()
  const listeners = new Set<(event: ReviewEvent) => void>()
  let settings = settingsStamp(context, locale)
  let timer: NodeJS.Timeout | undefined
  let undoCount = 0
  let isClosed = false

  const tell = (event: ReviewEvent) => {
    for (const listener of listeners) listener(event)
  }

  function remember(page: string, view: PageView): void {
    views.set(page, view)
    finder.set(page, knownPairs(view))
    tell({ type: 'summary', summary: view.summary })
  }

  /** Reads a page, shows it, and lets go of it. */
  async function read<Result>(
    file: PageFile,
    use: (reviewed: OpenPage, show: () => Promise<PageView>) => Promise<Result>,
  ): Promise<Result | PageView> {
    const { tools, view } = context
    try {
      const stamp = stampPage(tools, file, locale).join(' ')
      const reviewed = await readReviewedPage(tools, locale, file)
      if (reviewed.type === 'refused') {
        const refused = problemView(file, reviewed)
        stamps.set(file.page, stamp)
        remember(file.page, refused)
        return refused
      }
      return await use(reviewed, async () => {
        const shown = view(reviewed.target, await targetLines(tools, reviewed))
        stamps.set(file.page, stampPage(tools, file, locale).join(' '))
        remember(file.page, shown)
        return shown
      })
    } finally {
      closePage(tools, file.page)
    }
  }

  const show = (file: PageFile): Promise<PageView> => read(file, (_, shown) => shown())

  async function readAll(): Promise<void> {
    for (const file of context.pages.values()) {
      if (isClosed) return
      if (!views.has(file.page)) await one(() => (isClosed ? undefined : show(file)))
      // Requests come first.
      await new Promise(resolve => setImmediate(resolve))
    }
  }

  /** Sees what other programs did to the files. */
  async function look(): Promise<void> {
    if (settingsStamp(context, locale) !== settings) await reopen()
    const listed = await listReviewed(context.project, locale, args)
    if ([...listed.keys()].join('\n') !== [...context.pages.keys()].join('\n')) {
      context = { ...context, pages: listed }
      for (const page of views.keys()) if (!listed.has(page)) forget(page)
      tell({ type: 'pages', project: projectView() })
    }
    for (const [page, file] of context.pages) {
      const known = stamps.get(page)
      if (known === undefined || known === stampPage(context.tools, file, locale).join(' ')) continue
      views.delete(page)
      stamps.delete(page)
      tell({ type: 'changed', page })
    }
    await readAll()
  }

  function forget(page: string): void {
    views.delete(page)
    stamps.delete(page)
    finder.set(page, [])
  }

  async function reopen(): Promise<void> {
    const next = await openContext(await openProject(context.project.root), locale, args)
    await one(async () => {
      const before = context.tools
      context = next
      settings = settingsStamp(next, locale)
      await before.work.end()
    })
    for (const page of [...views.keys()]) {
      forget(page)
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
    pages: [...context.pages.values()].map(({ page, file }) => {
      const summary = views.get(page)?.summary
      return { page, file, ...(summary === undefined ? {} : { summary }) }
    }),
  })

  /** Does something to a page as its only writer, having read it anew. */
  async function write(
    page: string,
    change: (reviewed: OpenPage, view: PageView) => Promise<DecisionResult>,
  ): Promise<DecisionResult> {
    const file = context.pages.get(page)
    if (file === undefined) return { type: 'refused', message: `There is no page ${page} any more.` }
    return one(async () => {
      const release = await acquireLock(join(context.project.root, '.verso')).catch(asFault)
      if (typeof release === 'object') return release
      try {
        const result = await read(file, async (reviewed, shown) => change(reviewed, await shown()))
        return 'type' in result ? result : { type: 'refused', message: result.summary.problem ?? '' }
      } catch (error) {
        return asFault(error)
      } finally {
        await release().catch(() => undefined)
      }
    })
  }

  async function save(
    reviewed: OpenPage,
    before: PageView,
    changes: ReadonlyMap<number, Entry>,
  ): Promise<DecisionResult> {
    const file = reviewed.page.file
    const keys = keysOf(reviewed.target)
    const old = new Map(
      [...changes.keys()].map(index => {
        const key = keys[index] ?? ''
        const { targets, states } = reviewed.target.entries
        return [index, { target: targets.get(key), state: states.get(key) } satisfies Entry] as const
      }),
    )
    await saveDecisions(context.tools, reviewed, changes)
    closePage(context.tools, file.page)
    const after = await show(file)
    const undo = String(++undoCount)
    const entries = [...old].flatMap(([index, entry]) => {
      const segment = after.segments[index]
      return segment === undefined
        ? []
        : [[index, { key: segment.key, version: segment.version, entry }] as const]
    })
    undoables.set(undo, { page: file.page, entries: new Map(entries) })
    const [oldest] = undoables.keys()
    if (undoables.size > undoDepth && oldest !== undefined) undoables.delete(oldest)
    if (before.summary.segments > 0) tell({ type: 'changed', page: file.page })
    return { type: 'saved', page: after, undo }
  }

  // Reading goes on in the background: what was not asked for yet is counted and searched all the same.
  readAll().catch(() => undefined)

  return {
    project: projectView,

    async openPage(page) {
      const file = context.pages.get(page)
      return file === undefined ? undefined : one(() => show(file))
    },

    async previewOf(page) {
      const file = context.pages.get(page)
      if (file === undefined) return undefined
      return one(async () => {
        const found = await read(file, async ({ target }) => ({
          text: target.text ?? target.page.text,
          file: target.text === undefined ? file.file : target.file,
          sourceFile: file.file,
        }))
        return 'text' in found ? found : undefined
      })
    },

    suggest(page, index) {
      const segment = views.get(page)?.segments[index]
      if (segment === undefined) return []
      return finder
        .find(patternText(segment.source), suggestionsShown + 1)
        .filter(({ pair }) => pair.target !== segment.targetFragment)
        .slice(0, suggestionsShown)
        .map(
          ({ pair, score }): SuggestionView => ({
            fragment: pair.target,
            pattern: parseFragment(pair.target, segment.syntax, { source: segment.source }).map(item =>
              typeof item === 'string' ? item : { ...item },
            ),
            origin: 'memory',
            score,
            ...(score === 100 ? {} : { source: pair.fragment }),
          }),
        )
    },

    search: query => searchPages(views, context.pages.keys(), query),

    decide: (page, decisions) =>
      write(page, async (reviewed, view) => {
        const places = decisions.map(decision => placeOf(view, decision))
        const lost = decisions.filter((_, n) => places[n] === undefined).map(({ index }) => index)
        if (lost.length > 0) return { type: 'conflict', indexes: lost, page: view }
        const localised = localisedSkeleton(
          reviewed.page.skeleton,
          localisationOf(context.project, reviewed.target, false),
        )
        const located = locateSegments(localised)
        const keys = keysOf(reviewed.target)
        const changes = new Map<number, Entry>()
        for (const [n, decision] of decisions.entries()) {
          const index = places[n] ?? 0
          const spot = located[index]
          const key = keys[index]
          if (spot === undefined || key === undefined) continue
          const { targets, states } = reviewed.target.entries
          const { segment, unit } = spot
          const entry = decidedEntry({
            decision,
            source: segment,
            syntax: unit.syntax,
            target: targets.get(key),
            state: states.get(key),
          })
          if (entry !== undefined) changes.set(index, entry)
        }
        return save(reviewed, view, changes)
      }),

    async undo(id) {
      const undoable = undoables.get(id)
      if (undoable === undefined) return { type: 'refused', message: 'That can’t be undone any more.' }
      const { page, entries } = undoable
      return write(page, async (reviewed, view) => {
        const lost = [...entries].filter(([index, seen]) => placeOf(view, { index, ...seen }) !== index)
        if (lost.length > 0) return { type: 'conflict', indexes: lost.map(([index]) => index), page: view }
        undoables.delete(id)
        return save(reviewed, view, new Map([...entries].map(([index, { entry }]) => [index, entry])))
      })
    },

    readImage: path => readImage(context.project.root, path),

    subscribe(listener) {
      listeners.add(listener)
      watch()
      return () => listeners.delete(listener)
    },

    async close() {
      isClosed = true
      clearTimeout(timer)
      await one(() => context.tools.work.end())
    },
  }
}

async function openContext(project: Project, locale: Locale, args: readonly string[]): Promise<Context> {
  const pages = await listReviewed(project, locale, args)
  const { glossary } = await loadGlossary(project, locale)
  const tools = await openTools(openRunFiles(project, writeAtomically), 1)
  return { project, tools, view: createPageViewer(project, glossary, locale), pages }
}

async function listReviewed(
  project: Project,
  locale: Locale,
  args: readonly string[],
): Promise<ReadonlyMap<string, PageFile>> {
  const { pages } = await listPages(project, [locale])
  return new Map(selectPages(pages, args, project.root).map(file => [file.page, file]))
}

function settingsStamp({ project: { root, config } }: Context, locale: Locale): string {
  const files = ['verso.config.yaml', `${config.catalogue}/${locale}/glossary.yaml`]
  return files.map(file => stampFile(join(root, file))).join(' ')
}

/** Where a segment is that a reviewer looked at: undefined when it is no longer what they saw. */
function placeOf(
  { segments }: PageView,
  { index, key, version }: Pick<Decision, 'index' | 'key' | 'version'>,
): number | undefined {
  const isSeen = (segment: PageView['segments'][number] | undefined) =>
    segment?.key === key && segment.version === version
  return isSeen(segments[index]) ? index : segments.find(isSeen)?.index
}

function knownPairs({ segments }: PageView) {
  return segments.flatMap(({ source, fragment, targetFragment, state, origin, change }) =>
    targetFragment === undefined || targetFragment === '' || change !== undefined
      ? []
      : [
          {
            text: patternText(source),
            fragment,
            target: targetFragment,
            state,
            ...definedOf({ origin }),
          },
        ],
  )
}

function problemView(
  { page, file }: PageFile,
  { diagnostics }: Extract<ReviewedPage, { type: 'refused' }>,
): PageView {
  const [first] = diagnostics
  return {
    summary: {
      page,
      file,
      targetFile: '',
      title: '',
      segments: 0,
      done: 0,
      stale: 0,
      untranslated: 0,
      machine: 0,
      lowConfidence: 0,
      findings: diagnostics.length,
      problem: first === undefined ? file : `${first.file}:${first.line}:${first.column} ${first.message}`,
    },
    segments: [],
    findings: diagnostics.map(({ code, severity, message }) => ({ code, severity, message })),
  }
}

/** What keeps a save from being made is said to the reviewer; a fault of the program is thrown. */
function asFault(error: unknown): Extract<DecisionResult, { type: 'refused' }> {
  if (error instanceof VersoError) return { type: 'refused', message: error.message }
  const { code, path = '' } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return {
    type: 'refused',
    message: `${path} can't be written (${code}). Nothing was saved: make it writable, then save again.`,
  }
}
