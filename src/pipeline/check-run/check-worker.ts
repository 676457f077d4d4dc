import { workerData } from 'piscina'
import type { CheckSettings } from './check-settings.ts'
import { createToolbox } from './create-toolbox.ts'
import { inspectPage } from './inspect-page.ts'
import type { PageInput } from './page-input.ts'
import type { PageInspection } from './page-inspection.ts'

const settings = workerData as CheckSettings
const toolsOf = createToolbox(settings)
// Threads are started for many pages, and before these are read.
for (const locale of Object.keys(settings.glossaries)) toolsOf(locale)

/** The thread's side of `createInspector`: one page. */
export async function inspect(input: PageInput): Promise<PageInspection> {
  return inspectPage(settings, input, await toolsOf(input.locale))
}
