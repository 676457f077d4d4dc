import picomatch from 'picomatch'
import type { Locale } from '../model.ts'
import type { PageFile } from './page-file.ts'
import { widenPattern } from './widen-pattern.ts'

/** Takes a path from the root, with `/`, for a page of a locale, or for none. */
export type PageMatcher = (file: string, locale: Locale) => PageFile | undefined

/** Stands for the locale in patterns and paths alike, so that a glob tells which of several places may be it. */
const mark = '\u0001'

/**
 * Makes the function that tells pages from other files.
 *
 * Where a path names the locale more than once, its leftmost place that a pattern allows counts. Paths and patterns
 * are compared in Unicode's NFC, since the two may come from different file systems; what is returned keeps the
 * path's own characters. Upper and lower case differ. Files and folders that begin with a dot are no pages.
 *
 * @param patterns as the configuration has them: each holds `{locale}` once, as a folder
 */
export function createPageMatcher(patterns: readonly string[]): PageMatcher {
  const globs = patterns.map(pattern => {
    const [left = '', right = ''] = widenPattern(pattern).normalize('NFC').split('{locale}')
    const base = picomatch.scan(left, { scanToEnd: true }).base
    return {
      fixedFolders: base.split('/').filter(step => step !== '').length,
      matches: picomatch(left + mark + right),
    }
  })
  return (file, locale) => {
    for (const { fixedFolders, matches } of globs) {
      for (let at = file.indexOf(locale); at >= 0; at = file.indexOf(locale, at + 1)) {
        const before = file.slice(0, at)
        const after = file.slice(at + locale.length)
        if (matches((before + mark + after).normalize('NFC'))) {
          const folders = before.split('/').slice(fixedFolders).join('/')
          return { file, page: folders + after.slice(1).replace(/\.mdx?$/, ''), before, after }
        }
      }
    }
    return undefined
  }
}
