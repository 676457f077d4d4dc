import { fileIn } from '../../config/file-in.ts'
import { pagePath } from '../../config/page-path.ts'
import type { Locale } from '../../model.ts'
import { isSameFile } from '../files/is-same-file.ts'
import type { PageRead } from '../project/read-page.ts'
import type { RunFiles } from '../run/run-tools.ts'
import type { Mover } from './create-mover.ts'
import { fragmentsOf } from './fragments-of.ts'
import type { LeftPage } from './left-page.ts'
import type { PagePlace, PlannedMove } from './move-plan.ts'
import { textDigest } from './text-digest.ts'

interface Options {
  readonly locale: Locale
  /** The target pages that are there, by page path. */
  readonly present: ReadonlyMap<string, string>
}

interface CarriedPages {
  /** The old target pages that stay. */
  readonly left: readonly LeftPage[]
  /** The file of redirects, from the root, if it was written. */
  readonly redirects: readonly string[]
}

/**
 * Carries the target pages of a group over in one locale, so that each new one begins as the old one and a person's edits
 * are taken in from it as ever. One that a person put at its new path already is used as it is. The old addresses are entered
 * in the file of redirects.
 *
 * @throws the file system's error
 */
export function carryTargetPages(
  { project: { root }, catalogue, redirects }: RunFiles,
  mover: Mover,
  group: readonly PlannedMove[],
  { locale, present }: Options,
): CarriedPages {
  const entered = new Set(group.map(({ to }) => to.page))
  const leaving = new Set(group.map(({ from }) => from.page))
  const places = group.flatMap(({ from, to }): readonly Place[] => {
    const old = from.file === undefined ? present.get(from.page) : fileIn(from.file, locale)
    const now =
      to.file === undefined
        ? (present.get(to.page) ?? placeLike(from, to.page, locale))
        : fileIn(to.file, locale)
    if (old === undefined || now === undefined || isSameFile(root, old, now)) return []
    if (mover.read(old).type === 'missing') return []
    return [
      {
        page: from.page,
        to: to.page,
        old,
        now,
        stays: from.file === undefined && !entered.has(from.page),
        isPage: to.file !== undefined,
      },
    ]
  })
  const textOf = (page: string) => mover.read(catalogue.resourceFile(page, locale))
  const isFree = ({ page, to, now }: Place) => {
    const there = mover.read(now)
    if (there.type !== 'text') return there.type === 'missing'
    return leaving.has(to) && !isTranslationOf(there.text, textOf(page), textOf(to))
  }
  const written = places.flatMap(({ page, to, old, now, isPage }) => {
    const [before, there] = [mover.read(old), mover.read(now)]
    if (before.type !== 'text' || !isPage) return []
    const isOwn = there.type === 'text' && !leaving.has(to)
    const after = { page: to, file: now, text: isOwn ? there.text : before.text }
    return redirects.record(locale, { page, file: old, text: before.text }, after)
  })
  const moved = new Set(
    moveTexts(
      mover,
      places.filter(place => !place.stays && isFree(place)),
    ),
  )
  for (const place of places) {
    // Of two that are the same, the one at the path of another page now goes.
    const isCopy = !moved.has(place) && isSameText(mover.read(place.old), mover.read(place.now))
    if (isCopy && !place.stays) mover.remove(place.old)
  }
  const left = places.filter(({ stays }) => stays).map(place => leave(mover, place))
  return { left, redirects: written }
}

/** Where a target page is and where it belongs. */
interface Place {
  readonly page: string
  readonly to: string
  readonly old: string
  readonly now: string
  /** No page comes to where it is. */
  readonly stays: boolean
  /** There is a source page where it belongs. */
  readonly isPage: boolean
}

/** The file of a page that is not there, in the folder and with the extension of another. */
function placeLike({ page, file }: PagePlace, other: string, locale: Locale): string | undefined {
  if (file === undefined) return undefined
  const own = file.after.slice(1)
  const name = pagePath(own)
  const extension = own.slice(name.length)
  const folders = page.slice(0, page.length - name.length)
  return other.startsWith(folders)
    ? `${file.before}${locale}/${other.slice(folders.length)}${extension}`
    : undefined
}

/** Whether a text is made of the targets of one catalogue page rather than of another's: a person moved it there. */
function isTranslationOf(text: string, one: PageRead, other: PageRead): boolean {
  return shareOn(text, one) > shareOn(text, other)
}

/** How much of a target resource's text stands on a page, 0 to 1. */
function shareOn(text: string, resource: PageRead): number {
  const fragments = resource.type === 'text' ? fragmentsOf(resource.text) : []
  const sum = (list: readonly string[]) => list.reduce((total, { length }) => total + length, 0)
  return sum(fragments.filter(fragment => text.includes(fragment))) / Math.max(1, sum(fragments))
}

/**
 * Moves the pages whose place is free, or becomes free.
 *
 * @returns those that were moved
 */
function moveTexts(mover: Mover, places: readonly Place[]): readonly Place[] {
  const olds = new Set(places.map(({ old }) => old))
  const free = places.filter(({ now }) => olds.has(now) || mover.read(now).type === 'missing')
  if (free.length < places.length) return moveTexts(mover, free)
  mover.move(places.map(({ old, now }) => ({ from: old, to: now })))
  return places
}

function isSameText(a: PageRead, b: PageRead): boolean {
  return a.type === 'text' && b.type === 'text' && a.text === b.text
}

function leave(mover: Mover, { page, to, old, now }: Place): LeftPage {
  const [text, there] = [mover.read(old), mover.read(now)]
  if (text.type === 'text' && there.type === 'missing') mover.copy({ from: old, to: now }, text.text)
  const isCopy = text.type === 'text' && (there.type === 'missing' || isSameText(text, there))
  return isCopy
    ? { file: old, page, to, type: 'copy', digest: textDigest(text.text) }
    : { file: old, page, to, type: 'other' }
}
