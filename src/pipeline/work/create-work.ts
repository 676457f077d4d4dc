import { availableParallelism } from 'node:os'
import type { PageWork } from './page-work.ts'

/** Pages from which starting threads pays: a thread takes as long to start as some dozens of pages to be done. */
const worthThreads = 100

/**
 * Work in threads where there are many pages and more than one processor, else in this thread. One processor is left
 * to this thread, which has as much to do as one of them.
 *
 * @param pages how many pages the run may have to take apart
 */
export async function createWork(pages: number): Promise<PageWork> {
  const threads = threadsFor(pages)
  if (threads > 0) return (await import('./create-threaded-work.ts')).createThreadedWork(threads)
  return (await import('./create-local-work.ts')).createLocalWork()
}

function threadsFor(pages: number): number {
  // Threads are started from compiled code alone.
  if (pages < worthThreads || import.meta.url.endsWith('.ts')) return 0
  return Math.min(availableParallelism() - 1, 8)
}
