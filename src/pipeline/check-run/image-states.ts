import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { ImageState, Site } from '../../check/site/site.ts'
import type { Locale } from '../../model.ts'
import { readImageLedger } from '../images/image-ledger.ts'
import { type ImagePaths, imagePaths } from '../images/image-paths.ts'
import { readImageFile } from '../images/read-image-file.ts'
import type { Project } from '../project/open-project.ts'

/**
 * Looks up images that pages link to by a relative path. Where a path from the site's root leads is for the site to say.
 */
export function imageStates(project: Project, locale: Locale): Site['imageOf'] {
  const ledger = readImageLedger(project, locale)
  const known = new Map<string, ImageState>()
  return (page, url) => {
    const paths = imagePaths(url, { source: page.source.file, target: page.target.file })
    if (paths === undefined) return undefined
    const key = JSON.stringify(paths)
    const state = known.get(key) ?? stateOf(project.root, paths, ledger.get(paths.target))
    known.set(key, state)
    return state
  }
}

/** Images are read where their sizes leave open whether they are the same, and where the ledger has one. */
function stateOf(root: string, { source, target }: ImagePaths, copied: string | undefined): ImageState {
  const [own, other] = [sizeOf(join(root, target)), sizeOf(join(root, source))]
  const state = { exists: own !== undefined, existsInSource: other !== undefined }
  if (own === undefined || other === undefined || source === target)
    return { ...state, isSame: false, isOldCopy: false }
  const digest = (file: string) => {
    const read = readImageFile(root, file)
    return read.type === 'image' ? read.sha256 : undefined
  }
  const ownDigest = own === other || copied !== undefined ? digest(target) : undefined
  const isSame = own === other && ownDigest !== undefined && ownDigest === digest(source)
  return { ...state, isSame, isOldCopy: !isSame && copied !== undefined && ownDigest === copied }
}

function sizeOf(path: string): number | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isFile() ? stats.size : undefined
}
