import { createInstance } from 'i18next'
import type { Locale } from '../model.ts'

/** Reads fragments of the pages that were added and not yet removed. */
export interface Reader {
  /** Takes a page's texts in, in place of those it had. */
  add(page: string, source: ReadonlyMap<string, string>, target: ReadonlyMap<string, string>): void
  /** The target fragment, or undefined where i18next falls back to the source: the segment is untranslated. */
  read(page: string, key: string): string | undefined
  /** Forgets a page, so that a run over many holds few in memory. */
  remove(page: string): void
}

/**
 * Makes an i18next instance through which fragments are read: a namespace a page, the source as the fallback
 * language. i18next's own syntax has no meaning in keys or texts, an empty text is a translation, and nothing is
 * printed.
 */
export function createReader(locales: { readonly source: Locale; readonly target: Locale }): Reader {
  // i18next looks a language up under its canonical tag.
  const [source = '', target = ''] = [locales.source, locales.target].map(
    locale => new Intl.Locale(locale).baseName,
  )
  const i18n = createInstance()
  void i18n.init({
    lng: target,
    fallbackLng: source,
    ns: [],
    resources: {},
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
  })
  const remove = (page: string) => {
    i18n.removeResourceBundle(source, page)
    i18n.removeResourceBundle(target, page)
  }
  const put = (locale: Locale, page: string, texts: ReadonlyMap<string, string>) => {
    i18n.addResourceBundle(locale, page, Object.fromEntries(texts), false, true, {
      silent: true,
      skipCopy: true,
    })
  }
  return {
    add: (page, sourceTexts, targetTexts) => {
      remove(page)
      put(source, page, sourceTexts)
      put(target, page, targetTexts)
    },
    read: (page, key) => {
      const { res, usedLng } = i18n.t(key, { ns: page, skipInterpolation: true, returnDetails: true })
      return usedLng === target ? res : undefined
    },
    remove,
  }
}
