import type { LimitFunction } from 'p-limit'
import { Piscina } from 'piscina'
import type { BackgroundReader } from './background-reader.ts'
import type { ReaderSettings, ReaderTask } from './page-reader-worker.ts'
import { seePage } from './read-page-view.ts'
import type { ReviewContext } from './review-context.ts'

/** Pages from which a thread pays: starting one takes as long as reading some dozens. */
const worthThread = 20

/**
 * Reads in a thread of its own where there are many pages: a reviewer's requests then wait for none of them.
 *
 * @param pages how many pages there are
 * @param inTurn the queue of what is done with `context`
 */
export function createBackgroundReader(
  context: ReviewContext,
  pages: number,
  inTurn: LimitFunction,
): BackgroundReader {
  // Threads are started from compiled code alone.
  if (pages < worthThread || import.meta.url.endsWith('.ts')) {
    return { read: file => inTurn(() => seePage(context, file)), end: async () => undefined }
  }
  const workerData: ReaderSettings = { root: context.project.root, locale: context.locale }
  const filename = new URL('./page-reader-worker.js', import.meta.url).href
  const pool = new Piscina({ filename, name: 'readPage', minThreads: 1, maxThreads: 1, workerData })
  return {
    read: (file, hasChanged) => pool.run({ file, hasChanged } satisfies ReaderTask),
    end: () => pool.destroy(),
  }
}
