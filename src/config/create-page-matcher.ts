import picomatch from 'picomatch'
import type { Locale } from '../model.ts'
import type { PageFile } from './page-file.ts'
import { pagePath } from './page-path.ts'
import { widenPattern } from './widen-pattern.ts'

/** Takes a path from the root, with `/`, for a page of a locale, or for none. */
export type PageMatcher = (file: string, locale: Locale) => PageFile | undefined

/** Stands for the locale in patterns and paths alike, so that a glob tells which of several places may be it. */
const mark = '\u0001'

/**
 * Makes the function that tells pages from other files.
 *
 * The first pattern that takes a file decides; where a later one makes another page of it, the page says so. Where a
 * path names the locale more than once, its leftmost place that a pattern allows counts. Paths and patterns
 * are compared in Unicode's NFC, since the two may come from different file systems; what is returned keeps the
 * path's own characters. Upper and lower case differ. Files and folders that begin with a dot are no pages.
 *
 * @param patterns as the configuration has them: each holds `{locale}` once, as a folder
 */
export function createPageMatcher(patterns: readonly string[]): PageMatcher {
  const globs = patterns.map((pattern): Glob => {
    const [left = '', right = ''] = widenPattern(pattern).normalize('NFC').split('{locale}')
    const base = picomatch.scan(left, { scanToEnd: true }).base
    return {
      pattern,
      fixedFolders: base.split('/').filter(step => step !== '').length,
      matches: picomatch(left + mark + right),
    }
  })
  return (file, locale) => {
    const found = globs.flatMap(glob => readPath(file, locale, glob) ?? [])
    const [first] = found
    if (first === undefined) return undefined
    const isClear = found.every(({ page, before }) => page === first.page && before === first.before)
    const { pattern: _, ...page } = first
    return isClear
      ? page
      : { ...page, readings: found.map(one => ({ pattern: one.pattern, page: one.page })) }
  }
}

interface Glob {
  readonly pattern: string
  /** Folders of the pattern that no page path has. */
  readonly fixedFolders: number
  readonly matches: (path: string) => boolean
}

function readPath(
  file: string,
  locale: Locale,
  { pattern, fixedFolders, matches }: Glob,
): (PageFile & { readonly pattern: string }) | undefined {
  for (let at = file.indexOf(locale); at >= 0; at = file.indexOf(locale, at + 1)) {
    const before = file.slice(0, at)
    const after = file.slice(at + locale.length)
    if (matches((before + mark + after).normalize('NFC'))) {
      const folders = before.split('/').slice(fixedFolders).join('/')
      return { file, page: pagePath(folders + after.slice(1)), before, after, pattern }
    }
  }
  return undefined
}
