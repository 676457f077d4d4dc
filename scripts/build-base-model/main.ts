/**
 * Builds the base model: `npx tsx scripts/build-base-model/main.ts CACHE OUT`. Downloads the packages of `sources.ts`
 * into CACHE by `apt-get` and `npm`, and writes the model and the list of its sources to the folder OUT. Equal packages
 * give equal bytes.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLanguageTest } from '../../src/align/create-language-test.ts'
import { patternText } from '../../src/align/pattern-text.ts'
import type { PatternPair } from '../../src/translate/draft/adaptation/prepare-pairs.ts'
import { packBaseModel } from '../../src/translate/draft/base/pack-base-model.ts'
import { modelReadme } from './model-readme.ts'
import { sentencePairs } from './sentence-pairs.ts'
import { SOURCES } from './sources.ts'
import { trainBaseModel } from './train-base-model.ts'
import { unpackPackage } from './unpack-package.ts'

const NAME = 'fr-en.model'

async function build(cache: string, out: string): Promise<void> {
  const languageOf = await createLanguageTest(['fr', 'en', 'es', 'de', 'it', 'pt', 'nl'])
  const isRight = ({ source, target }: PatternPair) =>
    ['fr', undefined].includes(languageOf(patternText(source))) &&
    ['en', undefined].includes(languageOf(patternText(target)))
  const pairs: PatternPair[] = []
  const counts: number[] = []
  for (const source of SOURCES) {
    const folders = new Map(source.packages.map(item => [item.name, unpackPackage(item, cache)]))
    const own = sentencePairs(await source.read(name => folders.get(name) ?? '')).filter(isRight)
    pairs.push(...own)
    counts.push(own.length)
    console.log(source.title, own.length)
  }
  const parts = trainBaseModel(pairs, {
    phraseWords: 5,
    translations: 8,
    phraseCount: 1.5,
    share: 0.03,
    languageOrder: 4,
  })
  const file = packBaseModel(parts)
  const digest = createHash('sha256').update(file).digest('hex')
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, NAME), file)
  writeFileSync(join(out, 'README.md'), modelReadme(NAME, file.length, digest, counts))
  console.log(
    `${parts.phrases.length} runs, ${parts.language.parent.length} n-grams, ${file.length} bytes, ${digest}`,
  )
}

const [cache, out] = process.argv.slice(2)
if (cache === undefined || out === undefined) throw new Error('Usage: main.ts CACHE OUT')
await build(cache, out)
