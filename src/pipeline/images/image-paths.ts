import { dirname, join } from 'node:path/posix'
import { isExternal } from '../../check/text/is-external.ts'

/** Where an image is looked for, from the root: beside the source page, and beside the target page. */
export interface ImagePaths {
  readonly source: string
  readonly target: string
}

/**
 * Where a page's link to an image leads from its two files.
 *
 * @returns undefined for an address, a path from the site's root, and a path that leads out of the project
 */
export function imagePaths(
  url: string,
  files: { readonly source: string; readonly target: string },
): ImagePaths | undefined {
  const path = decoded(url.replace(/[?#].*$/s, ''))
  if (path === '' || path.startsWith('/') || isExternal(url)) return undefined
  const paths = { source: join(dirname(files.source), path), target: join(dirname(files.target), path) }
  return paths.source.startsWith('../') || paths.target.startsWith('../') ? undefined : paths
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
