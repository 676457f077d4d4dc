import { readFile, realpath } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

export interface ImageFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Only what a page shows as an image is ever read out. */
const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
}

/**
 * An image of the project; undefined for anything else: no image, not there, or outside of the root, by `..`, by an
 * absolute path or by a link.
 *
 * @param root with its own links resolved
 * @param path from the root, with slashes
 */
export async function readImage(root: string, path: string): Promise<ImageFile | undefined> {
  const type = types[extname(path).toLowerCase()]
  if (type === undefined || path.includes('\0')) return undefined
  try {
    const file = await realpath(join(root, path))
    const inside = relative(root, file)
    if (inside === '..' || inside.startsWith(`..${sep}`)) return undefined
    if (types[extname(file).toLowerCase()] === undefined) return undefined
    return { type, bytes: new Uint8Array(await readFile(file)) }
  } catch {
    return undefined
  }
}
