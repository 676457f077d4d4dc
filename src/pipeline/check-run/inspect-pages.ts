import { availableParallelism } from 'node:os'
import type { CheckSettings } from './check-settings.ts'
import type { PageInput } from './page-input.ts'
import type { PageInspection } from './page-inspection.ts'

/** Pages from which starting threads pays. */
const worthThreads = 60

/** Inspects pages, in threads where there are many; what it works with is loaded when it is first needed. */
export async function inspectPages(
  settings: CheckSettings,
  inputs: readonly PageInput[],
): Promise<readonly PageInspection[]> {
  if (inputs.length === 0) return []
  const threads = Math.min(availableParallelism(), 8)
  // Threads are started from compiled code alone.
  const isThreaded = inputs.length >= worthThreads && threads > 1 && !import.meta.url.endsWith('.ts')
  return isThreaded ? inspectInThreads(settings, inputs, threads) : inspectHere(settings, inputs)
}

async function inspectHere(
  settings: CheckSettings,
  inputs: readonly PageInput[],
): Promise<readonly PageInspection[]> {
  const [{ inspectPage }, { localeTools }] = await Promise.all([
    import('./inspect-page.ts'),
    import('./locale-tools.ts'),
  ])
  const locales = [...new Set(inputs.map(({ locale }) => locale))]
  const tools = new Map(
    await Promise.all(locales.map(async locale => [locale, await localeTools(settings, locale)] as const)),
  )
  return inputs.map(input => {
    const ofPage = tools.get(input.locale)
    if (ofPage === undefined) throw new Error(`There are no tools for ${input.locale}.`)
    return inspectPage(settings, input, ofPage)
  })
}

async function inspectInThreads(
  settings: CheckSettings,
  inputs: readonly PageInput[],
  threads: number,
): Promise<readonly PageInspection[]> {
  const { Piscina } = await import('piscina')
  const pool = new Piscina<PageInput, PageInspection>({
    filename: new URL('./check-worker.js', import.meta.url).href,
    name: 'inspect',
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 2,
    workerData: settings,
  })
  try {
    return await Promise.all(inputs.map(input => pool.run(input)))
  } finally {
    await pool.destroy()
  }
}
