import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serialiseMoveRecord } from '../../catalogue/moves/serialise-move-record.ts'
import { fileIn } from '../../config/file-in.ts'
import type { PageFile } from '../../config/page-file.ts'
import type { Locale } from '../../model.ts'
import { isSameFile } from '../is-same-file.ts'
import type { Fate } from '../orphans/orphan.ts'
import { readPage } from '../read-page.ts'
import type { RunFiles } from '../run/run-tools.ts'
import type { Mover } from './create-mover.ts'
import { textDigest } from './text-digest.ts'

type MovedFate = Extract<Fate, { type: 'moved' }>

interface TargetMove {
  readonly from: string
  readonly to: PageFile
  /** The old target page; undefined when there is none. */
  readonly old: string | undefined
  readonly locale: Locale
}

/**
 * Carries one page over in one target locale: the target page, then its catalogue. The new target page begins as the old
 * one, so that a person's edits are taken in from it as ever.
 *
 * @returns what the old target page still holds; undefined when there is none, or it is the new one
 * @throws the file system's error
 */
export function carryTarget(
  { project: { root }, catalogue }: RunFiles,
  mover: Mover,
  { from, to, old, locale }: TargetMove,
): MovedFate['left'] | undefined {
  const left = carryText(root, mover, old, fileIn(to, locale))
  const resource = catalogue.resourceFile(to.page, locale)
  if (!existsSync(join(root, resource))) {
    mover.move(catalogue.sidecarFile(from, locale), catalogue.sidecarFile(to.page, locale))
    mover.move(catalogue.resourceFile(from, locale), resource)
  }
  if (left !== undefined) {
    const record = { movedTo: to.page, ...(left.digest === undefined ? {} : { carried: left.digest }) }
    mover.write(catalogue.sidecarFile(from, locale), serialiseMoveRecord(record))
  }
  return left?.type
}

interface LeftText {
  readonly type: MovedFate['left']
  /** Of the text that went to the new page. */
  readonly digest?: string
}

function carryText(
  root: string,
  mover: Mover,
  old: string | undefined,
  target: string,
): LeftText | undefined {
  if (old === undefined || isSameFile(root, old, target)) return undefined
  const read = readPage(root, join(root, old))
  if (read.type !== 'text') return { type: 'other' }
  const there = readPage(root, join(root, target))
  if (there.type === 'missing') mover.copy(old, target, read.text)
  else if (there.type !== 'text' || there.text !== read.text) return { type: 'other' }
  return { type: 'copy', digest: textDigest(read.text) }
}
