import { join } from 'node:path'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Diagnostic, Locale } from '../../model.ts'
import { replaceFile } from '../files/replace-file.ts'
import type { RunFiles } from '../run/run-tools.ts'
import { writeFailed } from '../run/write-failed.ts'
import { formatImageLedger, imageLedgerFile, readImageLedger } from './image-ledger.ts'
import { type ImagePaths, imagePaths } from './image-paths.ts'
import { readImageFile } from './read-image-file.ts'
import { openSettledImages } from './settled-images.ts'

/** Files written, or that would be, from the root; and what could not be. */
export interface CopiedImages {
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What becomes of an image of the target side. */
type Step =
  | { readonly type: 'keep' }
  /** It is a person's: no copy any more. */
  | { readonly type: 'release' }
  | { readonly type: 'copy'; readonly bytes: Uint8Array; readonly sha256: string }

const imageName = /\.(?:apng|avif|bmp|gif|ico|jpe?g|jfif|png|svg|tiff?|webp)$/i

/**
 * Copies images that target pages show and only the source has, byte for byte, and enters them in the locale's ledger. A
 * copy follows its source when that changes, unless somebody replaced it: an image that is not the one that was copied
 * is never written over.
 *
 * @param isWriting else nothing is written
 */
export function copyImages(
  { project, site }: RunFiles,
  pages: readonly PageFile[],
  locale: Locale,
  isWriting: boolean,
): CopiedImages {
  const shown = imagesOf(site, pages, locale)
  if (shown.size === 0) return { files: [], diagnostics: [] }
  const before = readImageLedger(project, locale)
  const ledger = new Map(before)
  const settled = openSettledImages(project.root, locale)
  const files: string[] = []
  const diagnostics: Diagnostic[] = []
  for (const [image, source] of shown) {
    const paths = { source, target: image }
    const copied = before.get(image)
    if (settled.has(paths, copied)) continue
    const step = nextStep(project.root, paths, copied)
    if (step.type === 'keep') {
      settled.add(paths, copied)
      continue
    }
    if (step.type === 'release') {
      ledger.delete(image)
      continue
    }
    try {
      if (isWriting) replaceFile(join(project.root, image), step.bytes)
      ledger.set(image, step.sha256)
      files.push(image)
    } catch (error) {
      diagnostics.push(writeFailed(image, error, locale))
    }
  }
  const file = imageLedgerFile(project, locale)
  if (isWriting && isOther(before, ledger)) {
    replaceFile(join(project.root, file), formatImageLedger(ledger))
    files.push(file)
  }
  if (isWriting) settled.save()
  return { files, diagnostics }
}

/** The images of target pages, by their paths beside these, with their paths beside the source pages. */
function imagesOf(
  site: RunFiles['site'],
  pages: readonly PageFile[],
  locale: Locale,
): ReadonlyMap<string, string> {
  const images = new Map<string, string>()
  for (const page of pages) {
    const target = fileIn(page, locale)
    for (const url of site.imagesOf(target)) {
      const paths = imagePaths(url, { source: page.file, target })
      if (paths === undefined || paths.source === paths.target || !imageName.test(paths.target)) continue
      if (!images.has(paths.target)) images.set(paths.target, paths.source)
    }
  }
  return images
}

/** @param copied digest of the source image that the target's is a copy of; undefined where it is none */
function nextStep(root: string, paths: ImagePaths, copied: string | undefined): Step {
  const present = readImageFile(root, paths.target)
  if (present.type === 'other' || (present.type === 'image' && copied === undefined)) return { type: 'keep' }
  if (present.type === 'image' && present.sha256 !== copied) return { type: 'release' }
  const source = readImageFile(root, paths.source)
  if (source.type !== 'image' || (present.type === 'image' && source.sha256 === copied))
    return { type: 'keep' }
  return { type: 'copy', bytes: source.bytes, sha256: source.sha256 }
}

function isOther(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return before.size !== after.size || [...after].some(([image, sha256]) => before.get(image) !== sha256)
}
