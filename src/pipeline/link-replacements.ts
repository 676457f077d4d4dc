import type { Config } from '../config/config.ts'
import type { Locale } from '../model.ts'
import type { LinkReplacement } from '../syntax/rewrite-url.ts'

/** What the configuration replaces in link targets for a locale; `en-GB` is served by an entry for `en`. */
export function linkReplacements({ links }: Config, locale: Locale): readonly LinkReplacement[] {
  const language = new Intl.Locale(locale).language
  return links.rewrite.flatMap(({ from, to }) => {
    const text = to[locale] ?? to[language]
    return text === undefined ? [] : { from, to: text }
  })
}
