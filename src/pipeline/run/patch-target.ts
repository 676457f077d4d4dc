import type { PageAlignment } from '../../absorb/alignment/page-alignment.ts'
import { saysSame } from '../../absorb/alignment/says-same.ts'
import type { Standing } from '../../absorb/alignment/standing.ts'
import { orphansOf } from '../../absorb/base/orphans-of.ts'
import { recordPatched } from '../../absorb/record-patched.ts'
import { pageFormat } from '../../config/page-format.ts'
import type { Segment, Skeleton } from '../../model.ts'
import type { PagePatch } from '../../reassemble/page-patch.ts'
import { type PatchedPage, patchPage } from '../../reassemble/patch-page.ts'
import { reassemblePage } from '../../reassemble/reassemble-page.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { extractTarget } from './extract-target.ts'
import { type FollowedPage, followGaps } from './follow-gaps.ts'
import { keysOf } from './keys-of.ts'
import { localisationOf, localisedSkeleton } from './localised-skeleton.ts'
import { localisedTargets } from './localised-targets.ts'
import type { NewTarget } from './new-target.ts'
import { type NewTexts, newTexts } from './new-texts.ts'
import type { DivergedPage, TargetInHand } from './page-in-hand.ts'
import { recordPage } from './record-page.ts'
import { reportUnplaced } from './report-unplaced.ts'
import type { RunTools } from './run-tools.ts'

/**
 * A diverged target page with the catalogue's targets in the places of those that it has, the source's verbatim text
 * where a person left it alone, and what is new in the source: every other byte stays.
 *
 * A change that would alter the structure of the page around it is not made. What can't be put on the page is reported,
 * in this run and in those to come, for a person to put where it belongs.
 */
export async function patchTarget(
  tools: RunTools,
  target: TargetInHand,
  diverged: DivergedPage,
  isTestRun: boolean,
): Promise<NewTarget> {
  const { page, entries, locale, file } = target
  const { alignment } = diverged
  const localisation = localisationOf(tools.project, target, isTestRun)
  const source = localisedSkeleton(page.skeleton, localisation)
  const onPage = { ...target, entries: localisedTargets(entries, localisation.follow.urls) }
  const followed = await followGaps(tools, target, diverged)
  const fresh = newTexts(onPage, source, alignment)
  const patch = pagePatch(onPage, alignment, followed, source, fresh)
  const patched = patchPage({ ...followed, patch, format: pageFormat(file), file, locale })
  const { skeleton: written } = await extractTarget(tools, target, patched.text)
  const standings = standingsOf(onPage, alignment, patch, patched, source, fresh)
  const record = recordPatched({ source, written, standings, orphans: orphansOf(entries) })
  return {
    text: patched.text,
    entries,
    recorded: recordPage({ page, entries }, record),
    diagnostics: [
      ...reportUnplaced(target, standings),
      ...fresh.diagnostics,
      ...followed.diagnostics,
      ...patched.diagnostics,
    ],
  }
}

/** What is to be changed: a text that a place has already, however it is spelt, stays. */
function pagePatch(
  target: TargetInHand,
  alignment: PageAlignment,
  { skeleton }: FollowedPage,
  source: Skeleton,
  fresh: NewTexts,
): PagePatch {
  const keys = keysOf(target)
  const targets = new Array<string | undefined>(segmentsOf(skeleton).length).fill(undefined)
  for (const place of alignment.places) {
    const text = catalogueText(target, keys, place.segments)
    if (text === undefined || saysSame(place, text)) continue
    for (const { index } of place.on) targets[index] = ''
    targets[place.on[0].index] = text
  }
  const sources = segmentsOf(source)
  const sentences = alignment.newSegments.map(({ segment, after, before }) => ({
    after,
    before,
    text: fresh.targets.get(segment) ?? sources[segment]?.fragment ?? '',
  }))
  const blocks = alignment.newBlocks.map(({ after, parts, segments: { start, end } }) => {
    const own = Array.from({ length: end - start }, (_, order) => fresh.targets.get(start + order))
    return { after, text: reassemblePage({ parts, title: '' }, own) }
  })
  return { targets, sentences, blocks }
}

/** What the catalogue has for successive segments; undefined when it has nothing for one of them. */
function catalogueText(
  { entries }: TargetInHand,
  keys: readonly string[],
  segments: readonly number[],
): string | undefined {
  const texts = segments.map(segment => entries.targets.get(keys[segment] ?? ''))
  return texts.includes(undefined) ? undefined : texts.filter(text => text !== '').join(' ')
}

/** What the patched page has for each of the source's segments. */
function standingsOf(
  target: TargetInHand,
  alignment: PageAlignment,
  patch: PagePatch,
  { rejected }: PatchedPage,
  source: Skeleton,
  fresh: NewTexts,
): readonly Standing[] {
  const keys = keysOf(target)
  const sources = segmentsOf(source)
  const standings = sources.map(({ fragment }, index): Standing => {
    const type = alignment.absent.get(index)
    const own = target.entries.targets.get(keys[index] ?? '') ?? fragment
    return type === undefined || own === '' ? text('') : { type, fragment: own }
  })
  for (const { segments, on, fragment } of alignment.places) {
    const first = on[0].index
    const isChanged = patch.targets[first] !== undefined && !rejected.targets.includes(first)
    const own = segments.map(segment => target.entries.targets.get(keys[segment] ?? ''))
    const isOwn = isChanged || own.filter(Boolean).length > 1
    for (const [order, segment] of segments.entries()) {
      standings[segment] = text(isOwn ? (own[order] ?? '') : order === 0 ? fragment : '')
    }
  }
  const enter = (index: number, isRejected: boolean) => {
    const fragment = fresh.targets.get(index) ?? sources[index]?.fragment ?? ''
    standings[index] = isRejected ? { type: 'awaited' } : text(fragment)
  }
  for (const [at, { segment }] of alignment.newSegments.entries())
    enter(segment, rejected.sentences.includes(at))
  for (const [at, { segments }] of alignment.newBlocks.entries()) {
    for (let index = segments.start; index < segments.end; index++) enter(index, rejected.blocks.includes(at))
  }
  return standings
}

function text(fragment: Segment['fragment']): Standing {
  return { type: 'text', fragment }
}
