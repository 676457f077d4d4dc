import { Piscina } from 'piscina'
import type { PageTask } from './page-task.ts'
import type { Composed, Extraction, PageWork } from './page-work.ts'

/**
 * Does the work in threads. A page stays with the thread that opened it, so that its skeleton crosses once: each
 * thread is a pool of one, and pages are dealt out to the one with the least work waiting.
 *
 * @param threads how many, at least 1
 */
export function createThreadedWork(threads: number): PageWork {
  const filename = new URL('./page-worker.js', import.meta.url).href
  const pools = Array.from({ length: threads }, () => ({
    pool: new Piscina<PageTask>({ filename, name: 'runTask', minThreads: 1, maxThreads: 1 }),
    /** Characters that are waiting to be taken apart. */
    load: 0,
  }))
  type Lane = (typeof pools)[number]
  const laneOf = new Map<string, Lane>()

  const leastLoaded = () => pools.reduce((least, lane) => (lane.load < least.load ? lane : least))

  async function extractIn(lane: Lane, task: PageTask, characters: number): Promise<Extraction> {
    lane.load += characters
    try {
      return await lane.pool.run(task)
    } finally {
      lane.load -= characters
    }
  }

  return {
    open(page, text, options) {
      const lane = leastLoaded()
      laneOf.set(page, lane)
      return extractIn(lane, { type: 'open', page, text, options }, text.length)
    },
    extract(text, options) {
      return extractIn(leastLoaded(), { type: 'extract', text, options }, text.length)
    },
    compose(composition): Promise<Composed> {
      const lane = laneOf.get(composition.page)
      if (lane === undefined) throw new Error(`The page ${composition.page} is not open.`)
      return lane.pool.run({ type: 'compose', composition })
    },
    close(page) {
      // Nobody waits for it: at the end of a run threads may go before they are told.
      laneOf
        .get(page)
        ?.pool.run({ type: 'close', page })
        .catch(() => undefined)
      laneOf.delete(page)
    },
    async end() {
      await Promise.all(pools.map(({ pool }) => pool.destroy()))
    },
  }
}
