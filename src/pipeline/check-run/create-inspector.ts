import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import type { CheckSettings } from './check-settings.ts'
import type { PageInput } from './page-input.ts'
import type { PageInspection } from './page-inspection.ts'

/** Pages from which starting threads pays. */
const worthThreads = 60

/** Pages that a thread is given ahead of time, so that it goes on while this thread is busy with one. */
const pagesAhead = 4

/** Inspects pages, in threads where there are many; what it works with is loaded when it is first needed. */
export interface Inspector {
  /** Starts threads if so many pages are worth them. The sooner, the better: they take a while to be ready. */
  expect(pages: number): Promise<void>
  /** @returns what was found, parallel to `inputs` */
  inspect(inputs: readonly PageInput[]): Promise<readonly PageInspection[]>
  end(): Promise<void>
}

type InspectOne = (input: PageInput) => Promise<PageInspection>

export function createInspector(settings: CheckSettings): Inspector {
  // This thread takes its share of the pages.
  const threads = Math.min(availableParallelism() - 1, 8)
  let pool: Pool | undefined
  let here: ReturnType<typeof openHere> | undefined

  async function expect(pages: number): Promise<void> {
    // Threads are started from compiled code alone.
    const isWorthIt = pages >= worthThreads && threads > 0 && !import.meta.url.endsWith('.ts')
    if (isWorthIt) pool ??= await startThreads(settings, threads)
  }

  return {
    expect,
    async inspect(inputs) {
      if (inputs.length === 0) return []
      await expect(inputs.length)
      here ??= openHere(settings)
      const found: PageInspection[] = []
      // All take the next page from one queue.
      const queue = inputs.entries()
      const work = async (inspect: InspectOne) => {
        for (const [index, input] of queue) found[index] = await inspect(input)
      }
      await Promise.all([...(pool?.lanes ?? []).map(work), work(await here)])
      return found
    },
    async end() {
      await pool?.end()
    },
  }
}

interface Pool {
  /** Each is given one page at a time. */
  readonly lanes: readonly InspectOne[]
  end(): Promise<void>
}

async function startThreads(settings: CheckSettings, threads: number): Promise<Pool> {
  const { Piscina } = await import('piscina')
  const pool = new Piscina<PageInput, PageInspection>({
    filename: new URL('./check-worker.js', import.meta.url).href,
    name: 'inspect',
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: pagesAhead,
    workerData: settings,
  })
  return {
    lanes: Array.from({ length: threads * pagesAhead }, () => input => pool.run(input)),
    end: () => pool.destroy(),
  }
}

/** Inspects in this thread, which hears of what the others did after each page. */
async function openHere(settings: CheckSettings): Promise<InspectOne> {
  const [{ inspectPage }, { createToolbox }] = await Promise.all([
    import('./inspect-page.ts'),
    import('./create-toolbox.ts'),
  ])
  const toolsOf = createToolbox(settings)
  return async input => {
    const inspection = inspectPage(settings, input, await toolsOf(input.locale))
    await setImmediate()
    return inspection
  }
}
