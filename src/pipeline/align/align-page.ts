import { join } from 'node:path'
import type { LanguageTest } from '../../align/learn-page.ts'
import { carryTargets } from '../../catalogue/carry-targets.ts'
import { setTargets } from '../../catalogue/set-targets.ts'
import { fileIn } from '../../config/file-in.ts'
import type { Locale, PageTargets } from '../../model.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { withLinks } from '../../syntax/with-links.ts'
import { extractOptions } from '../project/extract-options.ts'
import { readPage } from '../project/read-page.ts'
import { composeTarget } from '../run/compose-target.ts'
import { keysOf } from '../run/keys-of.ts'
import { unreadable } from '../run/open-pages.ts'
import type { PageInHand, TargetInHand } from '../run/page-in-hand.ts'
import type { RunTools } from '../run/run-tools.ts'
import { inverseUrls } from '../site/inverse-urls.ts'
import type { AlignTally } from './align-tally.ts'
import { learnPair } from './learn-pair.ts'
import { targetChanges } from './target-changes.ts'

/**
 * Aligns a page with its target page, and gives the segments that lack a target what is sure to be theirs. Targets that
 * are there stay. A page whose catalogue then gives the target page back byte for byte is Verso's to write from now on;
 * any other one is diverged, and patched.
 *
 * @returns undefined when nothing changes
 */
export async function alignPage(
  tools: RunTools,
  page: PageInHand,
  { locale, reviewed }: { readonly locale: Locale; readonly reviewed: boolean },
  languageOf: LanguageTest,
  tally: AlignTally,
): Promise<TargetInHand | undefined> {
  const file = fileIn(page.file, locale)
  const loaded = tools.catalogue.loadTargets(page.file.page, locale)
  if (loaded.type === 'invalid') {
    tally.diagnostics.push(...loaded.diagnostics)
    return undefined
  }
  const read = readPage(tools.project.root, join(tools.project.root, file))
  if (read.type === 'missing') {
    tally.missing++
    return undefined
  }
  if (read.type !== 'text') {
    tally.diagnostics.push({ ...unreadable(file, read), locale })
    return undefined
  }
  const links = tools.site.linksOf(page.file.page, locale)
  const options = extractOptions(tools.project.config, page.file, locale)
  // What is learned has the links that the catalogue has.
  const edited = withLinks((await tools.work.extract(read.text, options)).skeleton, [], inverseUrls(links))
  const learned = learnPair(
    { file: page.file.file, locale: tools.project.config.source, skeleton: page.skeleton },
    { file, locale, skeleton: edited },
    languageOf,
    tally,
  )
  // A page that Verso writes holds nothing that its catalogue doesn't, bar the source's text where a target lacks.
  if (learned === undefined || (loaded.value.tail !== undefined && !loaded.value.diverged)) return undefined
  const entries = carryTargets(page.resource.texts, page.skeleton, loaded.value)
  const keys = keysOf({ page, entries })
  const isOpen = (index: number) => entries.targets.get(keys[index] ?? '') === undefined
  const changes = targetChanges(learned, page.segments, segmentsOf(edited), isOpen, reviewed)
  if (changes.size === 0) return undefined
  tally.entered += changes.size
  const target: TargetInHand = {
    locale,
    page,
    file,
    onDisk: read.text,
    text: read.text,
    links,
    entries: setTargets(entries, page.segments, changes),
    diverged: undefined,
    diagnostics: [],
    events: [],
  }
  const isWhole =
    learned.targets !== undefined && (await composeTarget(tools, target, false)).text === read.text
  if (isWhole) tally.filled++
  target.entries = { ...target.entries, diverged: !isWhole } satisfies PageTargets
  return target
}
