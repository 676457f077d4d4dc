import { absorbPage } from '../../absorb/absorb-page.ts'
import type { Absorption } from '../../absorb/absorption.ts'
import { carryTargets } from '../../catalogue/carry-targets.ts'
import type { AlignedPlace } from '../../check/page-pair.ts'
import type { PageTargets, Skeleton } from '../../model.ts'
import { reassemblePage } from '../../reassemble/reassemble-page.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import type { Project } from '../project/open-project.ts'
import { enterEdits } from '../run/enter-edits.ts'
import { localisedBase } from '../run/localised-base.ts'
import { localisationOf, localisedSkeleton } from '../run/localised-skeleton.ts'
import { localisedTargets } from '../run/localised-targets.ts'
import type { PageInHand, TargetInHand } from '../run/page-in-hand.ts'
import { composePage } from './compose-page.ts'
import { countEdits } from './count-edits.ts'
import type { PageInput } from './page-input.ts'
import { placeInOrder } from './place-in-order.ts'
import { targetsInOrder } from './targets-in-order.ts'

/** What a person did to a target page since it was written. */
type Edits = Pick<Absorption, 'edits' | 'removed' | 'conflicts' | 'diverged'>

/** A target page beside its source, sentence by sentence. */
export interface AlignedTarget {
  readonly target: TargetInHand
  /** The source with the target locale's links, slugs and stems. */
  readonly source: Skeleton
  readonly places: readonly AlignedPlace[]
  readonly edits: Edits
  /** Whether the page is, byte for byte, what the catalogue comes to. */
  readonly isAsWritten: boolean
}

/** Brings the catalogue up to the source as it is now, and reads a person's edits of the page; nothing is written. */
export function alignTarget(
  page: PageInHand,
  { locale, targetFile, links }: PageInput,
  text: string,
  edited: Skeleton,
  before: PageTargets,
  config: Project['config'],
): AlignedTarget {
  const target: TargetInHand = {
    locale,
    page,
    file: targetFile,
    onDisk: text,
    text,
    links,
    entries: carryTargets(page.resource.texts, page.skeleton, before),
    diverged: undefined,
    diagnostics: [],
    events: [],
  }
  const isTestRun = [...before.states.values()].some(
    ({ origin }) => origin === 'identity' || origin === 'pseudo',
  )
  const project: Project = { root: '', config, configText: '', environment: {} }
  const localisation = localisationOf(project, target, isTestRun)
  const source = localisedSkeleton(page.skeleton, localisation)
  const { urls } = localisation.follow
  const written = { ...target, entries: localisedTargets(target.entries, urls) }
  const targets = targetsInOrder(written)
  const isAsWritten = !before.diverged && reassemblePage(source, targets) === text
  const inOrder = isAsWritten ? placeInOrder(segmentsOf(source), segmentsOf(edited), targets) : undefined
  if (inOrder !== undefined) return { target: written, source, places: inOrder, edits: noEdits, isAsWritten }
  const found = absorbPage({
    base: localisedBase(before, page, localisation),
    edited,
    source,
    file: targetFile,
    locale,
  })
  const places = found.alignment.places.map(({ segments, on }) => ({
    segments,
    on: on.map(({ index }) => index),
  }))
  // Sentences of a target may end in other places than those of a page do: what is as it was written is no edit.
  if (
    isAsWritten ||
    (countEdits(found) > 0 && !before.diverged && composePage(written, source).text === text)
  )
    return { target: written, source, places, edits: noEdits, isAsWritten }
  const entries = enterEdits(target, found, source, localisation)
  return {
    target: { ...target, entries: localisedTargets(entries, urls) },
    source,
    places,
    edits: found,
    isAsWritten,
  }
}

const noEdits: Edits = { edits: [], removed: [], conflicts: [], diverged: false }
