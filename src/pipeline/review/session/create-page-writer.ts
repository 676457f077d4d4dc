import { join } from 'node:path'
import type { Entry } from '../../../catalogue/entry.ts'
import type { PageFile } from '../../../config/page-file.ts'
import { acquireLock } from '../../files/acquire-lock.ts'
import { keysOf } from '../../run/keys-of.ts'
import type { Decision, DecisionResult, PageView } from '../review-view.ts'
import type { Shelf } from './create-shelf.ts'
import { decidedEntries } from './decided-entries.ts'
import { placeOf } from './place-of.ts'
import { type ReadPage, seePage, withPage } from './read-page-view.ts'
import { closePage } from './read-reviewed-page.ts'
import type { ReviewContext } from './review-context.ts'
import { saveDecisions } from './save-decisions.ts'
import { saveFault } from './save-fault.ts'

/** Decisions that can be undone. */
const undoDepth = 200

type OpenPage = NonNullable<ReadPage['reviewed']>

/** What an undo gives back: entries by index, and the versions that the segments must still have. */
interface Undoable {
  readonly page: string
  readonly entries: ReadonlyMap<
    number,
    { readonly key: string; readonly version: string; readonly entry: Entry }
  >
}

/** Writes what a reviewer decides. Its calls must not overlap. */
export interface PageWriter {
  decide(
    context: ReviewContext,
    file: PageFile | undefined,
    decisions: readonly Decision[],
  ): Promise<DecisionResult>
  /** @param fileOf the page of a decision, if it is still there */
  undo(
    context: ReviewContext,
    fileOf: (page: string) => PageFile | undefined,
    id: string,
  ): Promise<DecisionResult>
}

/** @param tell is told of each page that was written */
export function createPageWriter(shelf: Shelf, tell: (page: string) => void): PageWriter {
  const undoables = new Map<string, Undoable>()
  let undoCount = 0

  /** Does something to a page as its only writer, having read it anew. */
  async function write(
    context: ReviewContext,
    file: PageFile | undefined,
    change: (reviewed: OpenPage, view: PageView) => Promise<DecisionResult>,
  ): Promise<DecisionResult> {
    if (file === undefined) return { type: 'refused', message: 'There is no such page any more.' }
    const release = await acquireLock(join(context.project.root, '.verso')).catch(saveFault)
    if (typeof release === 'object') return release
    try {
      return await withPage(context, file, shelf.get(file.page), async ({ reviewed, view, stamp }) => {
        shelf.put(file.page, { view, stamp })
        return reviewed === undefined
          ? { type: 'refused', message: view.summary.problem ?? '' }
          : change(reviewed, view)
      })
    } catch (error) {
      return saveFault(error)
    } finally {
      await release().catch(() => undefined)
    }
  }

  async function save(
    context: ReviewContext,
    reviewed: OpenPage,
    changes: ReadonlyMap<number, Entry>,
  ): Promise<DecisionResult> {
    const { file } = reviewed.page
    const before = entriesAt(reviewed, changes.keys())
    await saveDecisions(context.tools, reviewed, changes)
    closePage(context.tools, file.page)
    const after = await seePage(context, file)
    shelf.put(file.page, after)
    tell(file.page)
    return { type: 'saved', page: after.view, undo: remember(file.page, after.view, before) }
  }

  function remember(page: string, { segments }: PageView, before: ReadonlyMap<number, Entry>): string {
    const id = String(++undoCount)
    const entries = [...before].flatMap(([index, entry]) => {
      const segment = segments[index]
      return segment === undefined
        ? []
        : [[index, { key: segment.key, version: segment.version, entry }] as const]
    })
    undoables.set(id, { page, entries: new Map(entries) })
    const [oldest] = undoables.keys()
    if (undoables.size > undoDepth && oldest !== undefined) undoables.delete(oldest)
    return id
  }

  return {
    decide: (context, file, decisions) =>
      write(context, file, async (reviewed, view) => {
        const places = decisions.map(decision => placeOf(view, decision))
        const lost = decisions.filter((_, n) => places[n] === undefined).map(({ index }) => index)
        if (lost.length > 0) return { type: 'conflict', indexes: lost, page: view }
        const known = places.map(place => place ?? 0)
        return save(context, reviewed, decidedEntries(context.tools, reviewed.target, decisions, known))
      }),

    async undo(context, fileOf, id) {
      const undoable = undoables.get(id)
      if (undoable === undefined) return { type: 'refused', message: 'That can’t be undone any more.' }
      const { page, entries } = undoable
      return write(context, fileOf(page), async (reviewed, view) => {
        const lost = [...entries].filter(([index, seen]) => placeOf(view, { index, ...seen }) !== index)
        if (lost.length > 0) return { type: 'conflict', indexes: lost.map(([index]) => index), page: view }
        undoables.delete(id)
        return save(context, reviewed, new Map([...entries].map(([index, { entry }]) => [index, entry])))
      })
    },
  }
}

/** What segments have now. */
function entriesAt({ target }: OpenPage, indexes: Iterable<number>): ReadonlyMap<number, Entry> {
  const keys = keysOf(target)
  const { targets, states } = target.entries
  return new Map(
    [...indexes].map(index => {
      const key = keys[index] ?? ''
      return [index, { target: targets.get(key), state: states.get(key) }]
    }),
  )
}
