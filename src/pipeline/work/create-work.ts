import { availableParallelism } from 'node:os'
import { createLocalWork } from './create-local-work.ts'
import { createThreadedWork } from './create-threaded-work.ts'
import type { PageWork } from './page-work.ts'

/** Pages from which starting threads pays: a thread takes as long to start as some dozens of pages to be done. */
const worthThreads = 100

/**
 * Work in threads where there are many pages and more than one processor, else in this thread.
 *
 * @param pages how many pages the run may have to take apart
 */
export function createWork(pages: number): PageWork {
  const threads = threadsFor(pages)
  return threads > 1 ? createThreadedWork(threads) : createLocalWork()
}

function threadsFor(pages: number): number {
  // Threads are started from compiled code alone.
  if (pages < worthThreads || import.meta.url.endsWith('.ts')) return 1
  return Math.min(availableParallelism(), 8)
}
