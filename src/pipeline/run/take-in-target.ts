import { join } from 'node:path'
import { absorbPage } from '../../absorb/absorb-page.ts'
import { carryTargets } from '../../catalogue/carry-targets.ts'
import { fileIn } from '../../config/file-in.ts'
import type { Diagnostic, Locale, PageTargets } from '../../model.ts'
import { pageDiagnostic } from '../project/page-diagnostic.ts'
import { type PageRead, readPage } from '../project/read-page.ts'
import { composeTarget } from './compose-target.ts'
import { enterEdits } from './enter-edits.ts'
import { extractTarget } from './extract-target.ts'
import { framedText } from './framed-text.ts'
import { linksNow } from './links-now.ts'
import type { LocaleRun } from './locale-run.ts'
import { localisedBase } from './localised-base.ts'
import { localisationOf, localisedSkeleton } from './localised-skeleton.ts'
import { unreadable } from './open-pages.ts'
import type { PageInHand, TargetInHand } from './page-in-hand.ts'
import type { RunTools } from './run-tools.ts'

/** A page's side of a locale, or why it is left alone. */
export type TakenIn =
  | { readonly type: 'target'; readonly target: TargetInHand; readonly edits: number }
  | { readonly type: 'refused'; readonly diagnostics: TargetInHand['diagnostics'] }

/**
 * Brings what the catalogue has of a page up to its source as it is now, and takes in what a person did to the target
 * page since it was written.
 *
 * A target page that is what the catalogue comes to was not edited, and is not taken apart.
 */
export async function takeInTarget(
  tools: RunTools,
  { locale, isTestRun }: Pick<LocaleRun, 'locale' | 'isTestRun'>,
  page: PageInHand,
): Promise<TakenIn> {
  const { project, catalogue } = tools
  const file = fileIn(page.file, locale)
  const loaded = catalogue.loadTargets(page.file.page, locale)
  if (loaded.type === 'invalid') return { type: 'refused', diagnostics: [...loaded.diagnostics] }
  const place = tools.standIns.has(file) ? tools.standIns.get(file) : file
  const read: PageRead =
    place === undefined ? { type: 'missing' } : readPage(project.root, join(project.root, place))
  if (read.type !== 'text' && read.type !== 'missing') {
    return { type: 'refused', diagnostics: [{ ...unreadable(file, read), locale }] }
  }
  const text = read.type === 'text' ? read.text : undefined
  const before = loaded.value
  const target: TargetInHand = {
    locale,
    page,
    file,
    onDisk: text,
    text,
    links: linksNow(tools, { locale, isTestRun }, page.file),
    entries: carryTargets(page.resource.texts, page.skeleton, before),
    diverged: undefined,
    diagnostics: [],
    events: [],
  }
  if (text === undefined || text.trim() === '') {
    // A page that is gone, or that was emptied, is written anew, as its source is shaped: no text of it is anybody's.
    return {
      type: 'target',
      target: { ...target, entries: { ...target.entries, diverged: false } },
      edits: 0,
    }
  }
  const framed = framedText(page.text, text, before)
  const own = framed === text ? target : { ...target, text: framed, events: [restored(file, locale)] }
  if (!before.diverged && (await composeTarget(tools, own, isTestRun)).text === framed) {
    return { type: 'target', target: own, edits: 0 }
  }
  return absorb(tools, own, framed, before, isTestRun)
}

async function absorb(
  tools: RunTools,
  target: TargetInHand,
  text: string,
  before: PageTargets,
  isTestRun: boolean,
): Promise<TakenIn> {
  const { page, file, locale } = target
  const edited = await extractTarget(tools, target, text)
  const blocking = edited.diagnostics.filter(({ severity }) => severity === 'error')
  if (blocking.length > 0) return { type: 'refused', diagnostics: blocking.map(one => ({ ...one, locale })) }
  const localisation = localisationOf(tools.project, target, isTestRun)
  const source = localisedSkeleton(page.skeleton, localisation)
  const absorption = absorbPage({
    base: localisedBase(before, page, localisation),
    edited: edited.skeleton,
    source,
    file,
    locale,
  })
  const entries = enterEdits(target, absorption, source, localisation)
  return {
    type: 'target',
    edits: absorption.edits.length,
    target: {
      ...target,
      entries: { ...entries, diverged: absorption.diverged },
      diagnostics: absorption.diagnostics.filter(isOpen),
      events: [...target.events, ...absorption.diagnostics.filter(one => !isOpen(one))],
      diverged: absorption.diverged
        ? { skeleton: edited.skeleton, alignment: absorption.alignment }
        : undefined,
    },
  }
}

function restored(file: string, locale: Locale): Diagnostic {
  const message =
    'Line ends, the byte-order mark or the end of this page were not those of its source, and are again. Nothing needs to be done.'
  return pageDiagnostic('line-ends-restored', file, message, { locale })
}

/** Whether a finding is still there to be found when its cause was taken in. */
function isOpen({ code }: Diagnostic): boolean {
  return code === 'removal-proposed'
}
