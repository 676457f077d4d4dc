import { absorbPage } from '../../absorb/absorb-page.ts'
import type { Absorption } from '../../absorb/absorption.ts'
import { carryTargets } from '../../catalogue/carry-targets.ts'
import type { PageTargets, Skeleton } from '../../model.ts'
import { reassemblePage } from '../../reassemble/reassemble-page.ts'
import type { Project } from '../open-project.ts'
import { enterEdits } from '../run/enter-edits.ts'
import { localisedBase } from '../run/localised-base.ts'
import { localisationOf, localisedSkeleton } from '../run/localised-skeleton.ts'
import { localisedTargets } from '../run/localised-targets.ts'
import type { PageInHand, TargetInHand } from '../run/page-in-hand.ts'
import { composePage } from './compose-page.ts'
import { countEdits } from './count-edits.ts'
import type { PageInput } from './page-input.ts'
import { targetsInOrder } from './targets-in-order.ts'

/** A target page beside its source, sentence by sentence. */
export interface AlignedTarget {
  readonly target: TargetInHand
  readonly source: Skeleton
  readonly absorption: Absorption
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
  const isAsWritten = !before.diverged && reassemblePage(source, targetsInOrder(written)) === text
  const found = absorbPage({
    base: localisedBase(before, page, localisation),
    edited,
    source,
    file: targetFile,
    locale,
  })
  // Sentences of a target may end in other places than those of a page do: what is as it was written is no edit.
  if (
    isAsWritten ||
    (countEdits(found) > 0 && !before.diverged && composePage(written, source).text === text)
  )
    return { target: written, source, absorption: withoutEdits(found), isAsWritten }
  const entries = enterEdits(target, found, source, localisation)
  return {
    target: { ...target, entries: localisedTargets(entries, urls) },
    source,
    absorption: found,
    isAsWritten,
  }
}

function withoutEdits(found: Absorption): Absorption {
  return { ...found, edits: [], removed: [], conflicts: [], diverged: false }
}
