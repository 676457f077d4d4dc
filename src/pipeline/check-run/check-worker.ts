import { workerData } from 'piscina'
import type { Locale } from '../../model.ts'
import type { CheckSettings } from './check-settings.ts'
import { inspectPage } from './inspect-page.ts'
import { localeTools, type ToolsOfPage } from './locale-tools.ts'
import type { PageInput } from './page-input.ts'
import type { PageInspection } from './page-inspection.ts'

const settings = workerData as CheckSettings
const tools = new Map<Locale, Promise<ToolsOfPage>>()

/** The thread's side of `inspectPages`: one page. */
export async function inspect(input: PageInput): Promise<PageInspection> {
  const known = tools.get(input.locale) ?? localeTools(settings, input.locale)
  tools.set(input.locale, known)
  return inspectPage(settings, input, await known)
}
