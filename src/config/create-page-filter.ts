import picomatch from 'picomatch'

/** Tells a page by its page path and the file of its source page, from the root. */
export type PageFilter = (page: string, file: string) => boolean

/**
 * Makes the function that tells the pages that names or globs stand for: page paths, files of source pages from the
 * root, or folders of either kind. All are compared in Unicode's NFC.
 */
export function createPageFilter(patterns: readonly string[]): PageFilter {
  if (patterns.length === 0) return () => false
  const names = new Set(
    patterns
      .map(pattern => pattern.normalize('NFC').replace(/^(\.\/+)+|\/+$/g, ''))
      .filter(name => name !== ''),
  )
  const matches = picomatch([...names])
  return (page, file) =>
    [page.normalize('NFC'), file.normalize('NFC')].some(
      path => names.has(path) || [...names].some(name => path.startsWith(`${name}/`)) || matches(path),
    )
}
