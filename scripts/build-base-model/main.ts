/**
 * Builds the base model: `npx tsx scripts/build-base-model/main.ts CACHE OUT`. Downloads the packages of `sources.ts`
 * into CACHE by `apt-get` and `npm`, and writes the model and the list of its sources to the folder OUT. Equal packages
 * give equal bytes.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packBaseModel } from '../../src/translate/draft/pack-base-model.ts'
import type { PatternPair } from '../../src/translate/draft/prepare-pairs.ts'
import { sentencePairs } from './sentence-pairs.ts'
import { SOURCES } from './sources.ts'
import { trainBaseModel } from './train-base-model.ts'
import { unpackPackage } from './unpack-package.ts'

const [cache, out] = process.argv.slice(2)
if (cache === undefined || out === undefined) throw new Error('Usage: main.ts CACHE OUT')
mkdirSync(out, { recursive: true })
const pairs: PatternPair[] = []
const rows: string[] = []
for (const source of SOURCES) {
  const folders = new Map(source.packages.map(item => [item.name, unpackPackage(item, cache)]))
  const own = sentencePairs(await source.read(name => folders.get(name) ?? ''))
  pairs.push(...own)
  const packages = source.packages.map(item => `${item.name} ${item.version}`).join(', ')
  rows.push(
    `| ${source.title} | ${source.licence} | ${source.packages[0]?.registry} | ${packages} | ${own.length} |`,
  )
  console.log(source.title, own.length)
}
const parts = trainBaseModel(pairs, {
  phraseWords: 5,
  translations: 8,
  phraseCount: 1.5,
  share: 0.03,
  languageOrder: 4,
})
console.log(
  parts.sourceWords.length,
  parts.targetWords.length,
  parts.phrases.length,
  parts.lexicon.length,
  parts.language.parent.length,
)
const file = packBaseModel(parts)
writeFileSync(join(out, 'fr-en.model'), file)
console.log(file.length, createHash('sha256').update(file).digest('hex'), rows.length)
