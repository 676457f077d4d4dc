import { Piscina, queueOptionsSymbol } from 'piscina'
import { createTaskQueue } from './create-task-queue.ts'
import type { LaneTask, PageTask } from './page-task.ts'
import type { Composed, Extraction, PageWork } from './page-work.ts'

/** Tasks that are handed to a thread ahead of time, so that it goes on while this one is busy. */
const tasksAhead = 8

/**
 * Does the work in threads. A page stays with the thread that opened it, so that its skeleton crosses once: each
 * thread is a pool of one, and pages are dealt out to the one with the least work waiting.
 *
 * @param threads how many, at least 1
 */
export function createThreadedWork(threads: number): PageWork {
  const filename = new URL('./page-worker.js', import.meta.url).href
  const lanes = Array.from({ length: threads }, () => ({
    pool: new Piscina<LaneTask>({
      filename,
      name: 'runTask',
      minThreads: 1,
      maxThreads: 1,
      concurrentTasksPerWorker: tasksAhead,
      taskQueue: createTaskQueue(),
    }),
    /** Characters that are waiting to be taken apart. */
    load: 0,
    /** Pages that the thread is told to close with its next task. */
    closed: [] as string[],
  }))
  type Lane = (typeof lanes)[number]
  const laneOf = new Map<string, Lane>()

  const leastLoaded = () => lanes.reduce((least, lane) => (lane.load < least.load ? lane : least))

  function run(lane: Lane, task: PageTask) {
    const closed = lane.closed.splice(0)
    const urgency = { [queueOptionsSymbol]: { isUrgent: task.type === 'compose' } }
    return lane.pool.run({ closed, task, ...urgency })
  }

  async function extractIn(lane: Lane, task: PageTask, characters: number): Promise<Extraction> {
    lane.load += characters
    try {
      return await run(lane, task)
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
      return run(lane, { type: 'compose', composition })
    },
    close(page) {
      laneOf.get(page)?.closed.push(page)
      laneOf.delete(page)
    },
    async end() {
      // What a thread has begun is waited for: an answer that finds its pool gone would be an error.
      await Promise.all(lanes.map(({ pool }) => pool.close({ force: true })))
    },
  }
}
