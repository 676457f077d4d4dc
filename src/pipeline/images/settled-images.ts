import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Locale } from '../../model.ts'
import { stampFile } from '../files/stamp-file.ts'
import { writeAtomically } from '../files/write-atomically.ts'
import type { ImagePaths } from './image-paths.ts'

/** Images for which there was nothing to do, by path, with what their files were. A cache: kept out of Git. */
interface SettledImages {
  has(paths: ImagePaths, copied: string | undefined): boolean
  add(paths: ImagePaths, copied: string | undefined): void
  /** Keeps them for the next run. */
  save(): void
}

const schema = z.record(z.string(), z.string())

export function openSettledImages(root: string, locale: Locale): SettledImages {
  const file = join(root, '.verso', `images.${locale}.json`)
  const known = read(file)
  const now = new Map(known)
  const stampOf = ({ source, target }: ImagePaths, copied = '') =>
    [...[target, source].map(path => stampFile(join(root, path))), copied].join(' ')
  return {
    has: (paths, copied) => known.get(paths.target) === stampOf(paths, copied),
    add(paths, copied) {
      now.set(paths.target, stampOf(paths, copied))
    },
    save() {
      const isSame = now.size === known.size && [...now].every(([image, stamp]) => known.get(image) === stamp)
      // The cache only saves work: where it can't be written, the next run does that work.
      try {
        if (!isSame) writeAtomically(file, JSON.stringify(Object.fromEntries(now)))
      } catch {}
    },
  }
}

function read(file: string): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(schema.parse(JSON.parse(readFileSync(file, 'utf8')))))
  } catch {
    return new Map()
  }
}
