import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ImageState, Site } from '../../check/site/site.ts'

/**
 * Looks up images that pages link to by a relative path. Where a path from the site's root leads is for the site to say.
 *
 * @param root absolute
 */
export function imageStates(root: string): Site['imageOf'] {
  return (page, url) => {
    const path = decode(url.replace(/[?#].*$/s, ''))
    if (path === '' || path.startsWith('/')) return undefined
    return stateOf(join(root, dirname(page.target.file), path), join(root, dirname(page.source.file), path))
  }
}

function stateOf(target: string, source: string): ImageState {
  const [own, other] = [sizeOf(target), sizeOf(source)]
  const isSame =
    own !== undefined &&
    own === other &&
    target !== source &&
    readFileSync(target).equals(readFileSync(source))
  return { exists: own !== undefined, existsInSource: other !== undefined, isSame }
}

function sizeOf(path: string): number | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isFile() ? stats.size : undefined
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
