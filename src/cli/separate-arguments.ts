import { checkLocale } from '../config/check-locale.ts'
import type { Config } from '../config/config.ts'
import type { Locale } from '../model.ts'
import { VersoError } from '../verso-error.ts'

/** A command's arguments: target locales first, then pages. */
export interface SeparatedArguments {
  readonly locales: readonly Locale[]
  readonly pages: readonly string[]
}

/**
 * Tells target locales from pages: the first arguments that are locales are. No locale: all targets of the
 * configuration. A locale that is no target of it works as well.
 *
 * @throws VersoError `usage` for the source locale, or for a first argument that looks like a locale and is none
 */
export function separateArguments(args: readonly string[], config: Config): SeparatedArguments {
  const locales: Locale[] = []
  for (const arg of args) {
    if (arg === config.source) {
      throw new VersoError(
        'usage',
        `"${arg}" is the source locale. Give a target: ${config.targets.join(', ')}.`,
      )
    }
    if (!config.targets.includes(arg) && checkLocale(arg) !== undefined) break
    if (!locales.includes(arg)) locales.push(arg)
  }
  const pages = args.slice(locales.length)
  const [first] = pages
  if (locales.length === 0 && first !== undefined && looksLikeLocale(first)) {
    throw new VersoError(
      'usage',
      `"${first}" is no locale that is known. Give a language tag such as ${config.targets[0] ?? 'en'}; a page of that name is given as ./${first}.`,
    )
  }
  return { locales: locales.length === 0 ? config.targets : locales, pages }
}

function looksLikeLocale(text: string): boolean {
  return /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i.test(text)
}
