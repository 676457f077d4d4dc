import { join } from 'node:path'
import { extractPage } from '../../extract/extract-page.ts'
import type { Skeleton } from '../../model.ts'
import { parseFragment } from '../../syntax/fragments/parse-fragment.ts'
import type { MemoryPair as KnownPair } from '../../translate/create-memory.ts'
import type { AdaptationInput, MemoryPair } from '../../translate/draft/adaptation/train-adaptation.ts'
import { isTestEngine } from '../../translate/is-test-engine.ts'
import { listSegments } from '../../translate/list-segments.ts'
import { pairsOfPage } from '../../translate/pairs-of-page.ts'
import { readCatalogue } from '../catalogue/read-catalogue.ts'
import { extractOptions } from '../project/extract-options.ts'
import { findPages } from '../project/list-pages.ts'
import { readPage } from '../project/read-page.ts'
import type { DraftSetting } from './draft-setting.ts'

/** What a pair that a person confirmed counts for, in pairs of a machine. */
const REVIEWED = 2

/**
 * What the embedded engine learns from: the catalogue's pairs, and the text of target pages that the catalogue does not
 * hold, because they have no source or were shaped by a person. Its own unconfirmed drafts teach it nothing.
 */
export async function collectLessons(
  setting: DraftSetting,
): Promise<Pick<AdaptationInput, 'pairs' | 'targetTexts'>> {
  const { project, catalogue, locale, links } = setting
  const pairs: MemoryPair[] = []
  const held = new Set<string>()
  for await (const { page, known } of readCatalogue(catalogue, locale, links)) {
    if (!known.targets.diverged && known.targets.targets.size > 0) held.add(page)
    for (const pair of pairsOfPage(known)) if (isLesson(pair)) pairs.push(lessonOf(pair))
  }
  const said = new Set(pairs.map(({ target }) => JSON.stringify(target)))
  const targetTexts: AdaptationInput['targetTexts'][number][] = []
  for (const file of await findPages(project, locale)) {
    if (held.has(file.page)) continue
    const read = readPage(project.root, join(project.root, file.file))
    if (read.type !== 'text') continue
    const { config } = project
    const { skeleton } = extractPage(read.text, extractOptions(config, file, locale))
    targetTexts.push(...textsOf(skeleton).filter(({ pattern }) => !said.has(JSON.stringify(pattern))))
  }
  return { pairs, targetTexts }
}

function isLesson({ state, origin }: KnownPair): boolean {
  if (state === 'initial' || isTestEngine(origin)) return false
  return isConfirmed(state) || origin !== 'draft'
}

function isConfirmed(state: KnownPair['state']): boolean {
  return state === 'reviewed' || state === 'final'
}

function lessonOf({ source, target, syntax, state, context }: KnownPair): MemoryPair {
  const pattern = parseFragment(source, syntax)
  return {
    source: pattern,
    target: parseFragment(target, syntax, { source: pattern }),
    role: context.role,
    ...(isConfirmed(state) ? { weight: REVIEWED } : {}),
  }
}

function textsOf(skeleton: Skeleton): AdaptationInput['targetTexts'] {
  return listSegments(skeleton).map(({ segment, unit }) => ({ pattern: segment.pattern, role: unit.role }))
}
