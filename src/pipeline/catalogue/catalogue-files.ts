import { join } from 'node:path'
import { claimEdits } from '../../absorb/base/claim-edits.ts'
import { markSaved } from '../../absorb/base/mark-saved.ts'
import { parseResource } from '../../catalogue/parse-resource.ts'
import { parseTargets } from '../../catalogue/parse-targets.ts'
import type { Resource } from '../../catalogue/resource.ts'
import { serialiseResource } from '../../catalogue/serialise-resource.ts'
import { serialiseTargets } from '../../catalogue/serialise-targets.ts'
import type { Diagnostic, Locale, PageTargets } from '../../model.ts'
import type { FileWriter } from '../files/file-writer.ts'
import { writeAtomically } from '../files/write-atomically.ts'
import type { Project } from '../project/open-project.ts'
import { cataloguePages } from './catalogue-pages.ts'
import { readCatalogueText } from './read-catalogue-text.ts'

/** What a page's catalogue files hold; `invalid` when one of them can't be read as what it should be. */
type Loaded<Value> =
  | { readonly type: 'loaded'; readonly value: Value }
  | { readonly type: 'invalid'; readonly diagnostics: readonly Diagnostic[] }

/**
 * The catalogue files of one run. It remembers the bytes that it read or wrote of the pages in hand, so that saving
 * what did not change touches no file; `forget` lets go of them.
 */
export interface CatalogueFiles {
  /** Paths from the root, of a page's source resource in its own locale or of its target resource. */
  resourceFile(page: string, locale: Locale): string
  sidecarFile(page: string, locale: Locale): string
  loadSource(page: string): Loaded<Resource>
  /** What a person typed into the target resource has the origin `human`. */
  loadTargets(page: string, locale: Locale): Loaded<PageTargets>
  /** Each gives the paths, from the root, of the files that it wrote. */
  saveSource(page: string, resource: Resource): readonly string[]
  saveTargets(page: string, locale: Locale, targets: PageTargets): readonly string[]
  forget(page: string): void
  /** Page paths that have a target resource, in the order of their code units; of a run that moves none, those it would move. */
  pages(locale: Locale): Promise<readonly string[]>
  /** What files held before the run first wrote them; what it has not written, as it is now. */
  readonly found: Pick<CatalogueFiles, 'loadSource' | 'loadTargets'>
}

/** @param standIns files that are read in the place of others; undefined where none is to be found */
export function openCatalogueFiles(
  { root, config }: Project,
  writeFile: FileWriter = writeAtomically,
  standIns: ReadonlyMap<string, string | undefined> = new Map(),
): CatalogueFiles {
  const texts = new Map<string, Map<string, string | null>>()
  /** Files that were written, as they were before. */
  const originals = new Map<string, string | null>()

  const resourceFile = (page: string, locale: Locale) => `${config.catalogue}/${locale}/${page}.json`
  const sidecarFile = (page: string, locale: Locale) => `${config.catalogue}/${locale}/${page}.state.jsonl`

  function textsOf(page: string): Map<string, string | null> {
    const known = texts.get(page) ?? new Map<string, string | null>()
    texts.set(page, known)
    return known
  }

  const readOptional = (file: string) => readCatalogueText(join(root, file))

  function read(page: string, file: string): string | undefined {
    const text = readOptional(file)
    textsOf(page).set(file, text)
    return standing(file, text)
  }

  function readFound(file: string): string | undefined {
    const original = originals.get(file)
    return original === undefined ? standing(file, readOptional(file)) : (original ?? undefined)
  }

  function standing(file: string, text: string | null): string | undefined {
    if (!standIns.has(file)) return text ?? undefined
    const standIn = standIns.get(file)
    return standIn === undefined ? undefined : (readOptional(standIn) ?? undefined)
  }

  function write(page: string, file: string, text: string): readonly string[] {
    const known = textsOf(page)
    const present = known.get(file) ?? readOptional(file)
    if (!originals.has(file)) originals.set(file, standing(file, present) ?? null)
    const isWritten = writeFile(join(root, file), text, present)
    known.set(file, text)
    return isWritten ? [file] : []
  }

  function createReader(
    readText: (page: string, file: string) => string | undefined,
  ): Pick<CatalogueFiles, 'loadSource' | 'loadTargets'> {
    return {
      loadSource(page) {
        const file = resourceFile(page, config.source)
        const parsed = parseResource(readText(page, file), file)
        return parsed.type === 'resource'
          ? { type: 'loaded', value: parsed.resource }
          : { type: 'invalid', diagnostics: [parsed.diagnostic] }
      },

      loadTargets(page, locale) {
        const [resource, sidecar] = [resourceFile(page, locale), sidecarFile(page, locale)]
        const parsed = parseTargets(
          { file: resource, text: readText(page, resource) },
          { file: sidecar, text: readText(page, sidecar) },
        )
        return parsed.type === 'targets'
          ? { type: 'loaded', value: claimEdits(parsed.page) }
          : { type: 'invalid', diagnostics: parsed.diagnostics }
      },
    }
  }

  return {
    resourceFile,
    sidecarFile,
    ...createReader(read),
    found: createReader((_, file) => readFound(file)),

    saveSource(page, resource) {
      return write(page, resourceFile(page, config.source), serialiseResource(resource))
    },

    saveTargets(page, locale, targets) {
      const { resource, sidecar } = serialiseTargets(markSaved(targets))
      // The texts first: a killed run may leave a text without its state, never a state without its text.
      const written = write(page, resourceFile(page, locale), resource)
      const isNeeded = sidecar !== '' || typeof textsOf(page).get(sidecarFile(page, locale)) === 'string'
      return isNeeded ? [...written, ...write(page, sidecarFile(page, locale), sidecar)] : written
    },

    forget(page) {
      texts.delete(page)
    },

    async pages(locale) {
      const pages = new Set(await cataloguePages({ root, config }, locale))
      const folder = `${config.catalogue}/${locale}/`
      for (const [file, standIn] of standIns) {
        if (!file.startsWith(folder) || !file.endsWith('.json')) continue
        const page = file.slice(folder.length, -'.json'.length)
        if (standIn === undefined) pages.delete(page)
        else pages.add(page)
      }
      return [...pages].toSorted()
    },
  }
}
