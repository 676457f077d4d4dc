import { type DeepLClient, GlossaryEntries, type MultilingualGlossaryInfo } from 'deepl-node'
import { EngineFault } from '../../../engine-fault.ts'
import type { GlossaryTerm, Locale } from '../../../model.ts'
import type { DeeplConnection } from './deepl-connection.ts'
import { deeplLanguage } from './deepl-locale.ts'

export interface SyncGlossaryOptions {
  readonly connection: DeeplConnection
  /** Name of the project's one glossary at DeepL, with a dictionary a target locale. */
  readonly name: string
  readonly source: Locale
  readonly target: Locale
  readonly terms: readonly GlossaryTerm[]
  /**
   * Whether glossaries of the same name beside the one in use, and dictionaries of locales that are no targets any more,
   * are deleted. Not while translating: another machine may be using them.
   */
  readonly prune?: { readonly targets: readonly Locale[] }
}

/** What a dictionary came to. */
export interface SyncedGlossary {
  /** `unsupported`: DeepL has no glossaries for the language pair. */
  readonly action: 'none' | 'created' | 'replaced' | 'unchanged' | 'deleted' | 'unsupported'
  /** Undefined when there is no dictionary of the pair. */
  readonly glossaryId: string | undefined
  readonly entries: number
  /** What was deleted beside it: `glossary <id>`, `dictionary fr → es`. */
  readonly pruned: readonly string[]
}

/**
 * Makes the dictionary of a language pair in the project's glossary at DeepL match the terms. Glossaries of other names
 * are neither read nor touched. DeepL has one entry a source term; the first one of several counts.
 *
 * @throws EngineFault of kind `configuration` when DeepL refuses the dictionary, though it has the language pair
 */
export async function syncGlossary(options: SyncGlossaryOptions): Promise<SyncedGlossary> {
  const { connection, name } = options
  const pair = {
    sourceLangCode: deeplLanguage(options.source),
    targetLangCode: deeplLanguage(options.target),
  }
  const entries = entriesOf(options.terms)
  const listed = await connection.call(client => client.listMultilingualGlossaries())
  const own = listed.filter(glossary => glossary.name === name).sort(byAge)
  const [current] = own
  const synced = await syncDictionary(connection, current, name, pair, entries)
  const pruned = options.prune === undefined ? [] : await prune(options, own, synced.glossaryId)
  return { ...synced, entries: Object.keys(entries).length, pruned }
}

interface LanguagePair {
  readonly sourceLangCode: string
  readonly targetLangCode: string
}

type Entries = Readonly<Record<string, string>>

/** Where two runs created one each at the same time, all go on with the older one. */
function byAge(a: MultilingualGlossaryInfo, b: MultilingualGlossaryInfo): number {
  return a.creationTime.getTime() - b.creationTime.getTime() || (a.glossaryId < b.glossaryId ? -1 : 1)
}

function entriesOf(terms: readonly GlossaryTerm[]): Entries {
  const entries = new Map<string, string>()
  for (const { source, target } of terms) if (!entries.has(source)) entries.set(source, target)
  return Object.fromEntries(entries)
}

async function syncDictionary(
  connection: DeeplConnection,
  current: MultilingualGlossaryInfo | undefined,
  name: string,
  pair: LanguagePair,
  entries: Entries,
): Promise<Pick<SyncedGlossary, 'action' | 'glossaryId'>> {
  const count = Object.keys(entries).length
  const dictionary = { ...pair, entries: new GlossaryEntries({ entries }) }
  if (current === undefined) {
    if (count === 0) return { action: 'none', glossaryId: undefined }
    const created = await storing(connection, pair, client =>
      client.createMultilingualGlossary(name, [dictionary]),
    )
    return created === undefined ? unsupported : { action: 'created', glossaryId: created.glossaryId }
  }
  const { glossaryId } = current
  const present = current.dictionaries.find(one => isSamePair(one, pair))
  if (count === 0) {
    if (present === undefined) return { action: 'none', glossaryId: undefined }
    await deleteDictionary(connection, current, pair)
    return { action: 'deleted', glossaryId: undefined }
  }
  if (
    present !== undefined &&
    present.entryCount === count &&
    (await isMatching(connection, glossaryId, pair, entries))
  )
    return { action: 'unchanged', glossaryId }
  const stored = await storing(connection, pair, client =>
    client.replaceMultilingualGlossaryDictionary(glossaryId, dictionary),
  )
  if (stored === undefined) return unsupported
  return { action: present === undefined ? 'created' : 'replaced', glossaryId }
}

const unsupported = { action: 'unsupported', glossaryId: undefined } as const

/**
 * Stores a dictionary; undefined when DeepL has none for the pair. It says so only when it is asked: its refusal does not
 * tell the reason.
 */
async function storing<Result>(
  connection: DeeplConnection,
  pair: LanguagePair,
  store: (client: DeepLClient) => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await connection.call(store)
  } catch (error) {
    if (!(error instanceof EngineFault) || error.kind !== 'refused') throw error
    const offered = await connection.call(client => client.getGlossaryLanguagePairs())
    const isOffered = offered.some(({ sourceLang, targetLang }) =>
      isSamePair({ sourceLangCode: sourceLang, targetLangCode: targetLang }, pair),
    )
    if (!isOffered) return undefined
    throw new EngineFault('configuration', `The glossary ${error.message}.`, { cause: error })
  }
}

function isSamePair(a: LanguagePair, b: LanguagePair): boolean {
  return (
    a.sourceLangCode.toLowerCase() === b.sourceLangCode.toLowerCase() &&
    a.targetLangCode.toLowerCase() === b.targetLangCode.toLowerCase()
  )
}

async function isMatching(
  connection: DeeplConnection,
  glossaryId: string,
  pair: LanguagePair,
  wanted: Entries,
): Promise<boolean> {
  const present = await connection.call(async client => {
    const { sourceLangCode, targetLangCode } = pair
    const { entries } = await client.getMultilingualGlossaryDictionaryEntries(
      glossaryId,
      sourceLangCode,
      targetLangCode,
    )
    return entries.entries()
  })
  const sources = Object.keys(wanted)
  return (
    Object.keys(present).length === sources.length &&
    sources.every(source => present[source] === wanted[source])
  )
}

/** DeepL has no glossaries without a dictionary. */
async function deleteDictionary(
  connection: DeeplConnection,
  glossary: MultilingualGlossaryInfo,
  { sourceLangCode, targetLangCode }: LanguagePair,
): Promise<void> {
  await connection.call(client =>
    glossary.dictionaries.length <= 1
      ? client.deleteMultilingualGlossary(glossary.glossaryId)
      : client.deleteMultilingualGlossaryDictionary(glossary.glossaryId, sourceLangCode, targetLangCode),
  )
}

async function prune(
  { connection, source, prune: { targets } = { targets: [] } }: SyncGlossaryOptions,
  own: readonly MultilingualGlossaryInfo[],
  glossaryId: string | undefined,
): Promise<readonly string[]> {
  const pruned: string[] = []
  const [current, ...others] = own
  for (const other of others) {
    await connection.call(client => client.deleteMultilingualGlossary(other.glossaryId))
    pruned.push(`glossary ${other.glossaryId}`)
  }
  if (current === undefined || current.glossaryId !== glossaryId) return pruned
  const wanted = targets.map(target => ({
    sourceLangCode: deeplLanguage(source),
    targetLangCode: deeplLanguage(target),
  }))
  for (const pair of current.dictionaries) {
    if (wanted.some(one => isSamePair(one, pair))) continue
    const { sourceLangCode, targetLangCode } = pair
    await connection.call(client =>
      client.deleteMultilingualGlossaryDictionary(current.glossaryId, sourceLangCode, targetLangCode),
    )
    pruned.push(`dictionary ${sourceLangCode} → ${targetLangCode}`)
  }
  return pruned
}
