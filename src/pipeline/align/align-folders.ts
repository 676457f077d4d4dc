import { join, relative, sep } from 'node:path'
import { glob } from 'tinyglobby'
import type { LanguageTest } from '../../align/learn-page.ts'
import { assignKeys } from '../../catalogue/assign-keys.ts'
import { setTargets } from '../../catalogue/set-targets.ts'
import { sourceResource } from '../../catalogue/source-resource.ts'
import { pageFormat } from '../../config/page-format.ts'
import { pagePath } from '../../config/page-path.ts'
import type { Locale } from '../../model.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { VersoError } from '../../verso-error.ts'
import { readPage } from '../project/read-page.ts'
import { unreadable } from '../run/open-pages.ts'
import type { RunTools } from '../run/run-tools.ts'
import type { AlignTally } from './align-tally.ts'
import { learnPair, type PageVersion } from './learn-pair.ts'
import { targetChanges } from './target-changes.ts'

interface Folders {
  readonly source: string
  readonly target: string
}

/** Where the catalogue keeps pairs of texts that are no pages of the project. */
const home = 'aligned'

/**
 * Learns from two folders that hold the same texts in two languages under the same paths. What is sure is kept in the
 * catalogue below `aligned/`, where the memory and the engines find it.
 *
 * @throws VersoError `usage` when the source folder holds no Markdown
 */
export async function alignFolders(
  tools: RunTools,
  folders: Folders,
  manner: { readonly locale: Locale; readonly reviewed: boolean },
  languageOf: LanguageTest,
  tally: AlignTally,
): Promise<void> {
  const files = await glob(['**/*.md', '**/*.mdx'], { cwd: folders.source, ignore: ['**/node_modules/**'] })
  if (files.length === 0) {
    const name = folders.source
    throw new VersoError(
      'usage',
      `The folder ${name} holds no Markdown. Give --source-dir the source pages’ folder.`,
    )
  }
  for (const file of files.toSorted()) await alignFile(tools, folders, file, manner, languageOf, tally)
}

async function alignFile(
  tools: RunTools,
  folders: Folders,
  file: string,
  { locale, reviewed }: { readonly locale: Locale; readonly reviewed: boolean },
  languageOf: LanguageTest,
  tally: AlignTally,
): Promise<void> {
  const { catalogue, project } = tools
  const source = await readVersion(tools, folders.source, file, project.config.source, tally)
  const target = await readVersion(tools, folders.target, file, locale, tally)
  if (source !== undefined && target === undefined) tally.missing++
  if (source === undefined || target === undefined) return
  const learned = learnPair(source, target, languageOf, tally)
  if (learned === undefined) return
  const page = `${home}/${pagePath(file)}`
  const [before, resource] = [catalogue.loadTargets(page, locale), catalogue.loadSource(page)]
  if (before.type === 'invalid' || resource.type === 'invalid') {
    for (const one of [before, resource])
      if (one.type === 'invalid') tally.diagnostics.push(...one.diagnostics)
    return
  }
  const left = segmentsOf(source.skeleton)
  const { targets, states } = before.value
  const keys = assignKeys(left, key => targets.has(key) || states.has(key))
  const isOpen = (index: number) => targets.get(keys[index] ?? '') === undefined
  const changes = targetChanges(learned, left, segmentsOf(target.skeleton), isOpen, reviewed)
  if (changes.size === 0) return
  tally.entered += changes.size
  const entries = setTargets(before.value, left, changes)
  const isKnown = (key: string) => entries.targets.has(key) || entries.states.has(key)
  for (const written of [
    ...catalogue.saveSource(page, sourceResource(left, isKnown, resource.value)),
    ...catalogue.saveTargets(page, locale, entries),
  ]) {
    tally.files.add(written)
  }
  catalogue.forget(page)
}

async function readVersion(
  { work, project }: RunTools,
  folder: string,
  file: string,
  locale: Locale,
  tally: AlignTally,
): Promise<PageVersion | undefined> {
  const path = join(folder, file)
  const name = relative(project.root, path).split(sep).join('/')
  const read = readPage(folder, path)
  if (read.type === 'missing') return undefined
  if (read.type !== 'text') {
    tally.diagnostics.push(unreadable(name, read))
    return undefined
  }
  const { frontMatter: values, attributes } = project.config
  const format = pageFormat(file)
  const { skeleton } = await work.extract(read.text, { file: name, locale, format, values, attributes })
  return { file: name, locale, skeleton }
}
