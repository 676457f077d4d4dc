import type { Locale } from '../../model.ts'
import type { CheckSettings } from './check-settings.ts'
import { localeTools, type ToolsOfPage } from './locale-tools.ts'

/** The tools of each locale, made when they are first asked for. */
export function createToolbox(settings: CheckSettings): (locale: Locale) => Promise<ToolsOfPage> {
  const made = new Map<Locale, Promise<ToolsOfPage>>()
  return locale => {
    const tools = made.get(locale) ?? localeTools(settings, locale)
    made.set(locale, tools)
    return tools
  }
}
