import { expect, test } from 'vitest'
import { parseConfig } from '../../src/config/parse-config.ts'
import { VersoError } from '../../src/verso-error.ts'

const file = 'verso.config.yaml'

function faultOf(text: string): string {
  try {
    parseConfig(text, file)
  } catch (error) {
    expect(error).toBeInstanceOf(VersoError)
    expect((error as VersoError).kind).toBe('config')
    return (error as VersoError).message
  }
  throw new Error(`accepted: ${text}`)
}

const defaults = {
  source: 'fr',
  targets: ['en'],
  pages: ['content/{locale}/**/*.md'],
  ignore: [],
  catalogue: 'locales',
  frontMatter: [
    { path: 'title', action: 'translate' },
    { path: 'meta.title', action: 'translate' },
    { path: 'meta.description', action: 'translate' },
    { path: 'path_override', action: 'stem' },
    { path: '*', action: 'keep' },
  ],
  content: [],
  attributes: ['alt', 'title', 'aria-label', 'placeholder'],
  labels: { default: 'keep', pages: {} },
  links: { anchors: 'follow', rewrite: [] },
  checks: {},
  style: { lengths: {} },
  suppress: [],
  engine: 'auto',
  engines: {
    deepl: { target: {} },
    draft: { threshold: 0.4 },
    libretranslate: { target: {} },
    openai: { target: {} },
  },
}

test.each([
  ['no file', undefined],
  ['an empty file', ''],
  ['a file of comments', '# nothing yet\n'],
  ['a byte-order mark alone', '\uFEFF'],
  ['an empty mapping', '{}'],
])('%s gives the defaults', (_, text) => {
  expect(parseConfig(text, file)).toEqual(defaults)
})

test('a key that is given replaces its default and leaves the others', () => {
  const config = parseConfig('targets: [en-GB, de]\nfrontMatter: { "meta.*": translate }\n', file)
  expect(config).toEqual({
    ...defaults,
    targets: ['en-GB', 'de'],
    frontMatter: [{ path: 'meta.*', action: 'translate' }],
  })
})

test('every setting is taken', () => {
  const config = parseConfig(
    `source: fr
targets: [en]
pages: [ "content/{locale}/**/*.md", "content/**/{locale}/**/*.md" ]
catalogue: ./locales/
attributes: [alt, label]
labels: { default: keep, pages: { "apps/some-app/**": map, "apps/other/**": gloss } }
links: { rewrite: [ { from: "?locale=fr-FR", to: { en: "?locale=en-GB" } } ] }
engine: deepl
engines:
  deepl:
    target: { en: en-GB }
    formality: prefer_more
    modelType: quality_optimized
    styleId: "7ff9bfd6"
    customInstructions: [Write titles in title case]
    serverUrl: http://localhost:4000
    proxy: http://localhost:3128
    pricePerMillion: 20
    concurrency: 4
  draft: { threshold: 0.5 }
  libretranslate: { serverUrl: "http://localhost:5000", target: { en: en } }
  openai: { serverUrl: "http://localhost:11434/v1", model: small, style: British English, pricePerMillion: 0.5 }
`,
    file,
  )
  expect(config.pages).toEqual(['content/{locale}/**/*.md', 'content/**/{locale}/**/*.md'])
  expect(config.catalogue).toBe('locales')
  expect(config.attributes).toEqual(['alt', 'label'])
  expect(config.labels.pages).toEqual({ 'apps/some-app/**': 'map', 'apps/other/**': 'gloss' })
  expect(config.links.rewrite).toEqual([{ from: '?locale=fr-FR', to: { en: '?locale=en-GB' } }])
  expect(config.engine).toBe('deepl')
  expect(config.engines).toEqual({
    deepl: {
      target: { en: 'en-GB' },
      formality: 'prefer_more',
      modelType: 'quality_optimized',
      styleId: '7ff9bfd6',
      customInstructions: ['Write titles in title case'],
      serverUrl: 'http://localhost:4000',
      proxy: 'http://localhost:3128',
      pricePerMillion: 20,
      concurrency: 4,
    },
    draft: { threshold: 0.5 },
    libretranslate: { serverUrl: 'http://localhost:5000', target: { en: 'en' } },
    openai: {
      serverUrl: 'http://localhost:11434/v1',
      target: {},
      model: 'small',
      style: 'British English',
      pricePerMillion: 0.5,
    },
  })
})

test.each([
  ['targts: [en]', 'verso.config.yaml:1:1: unknown key `targts`. Did you mean `targets`?'],
  ['source: fr\r\nlabel: {}', 'verso.config.yaml:2:1: unknown key `label`. Did you mean `labels`?'],
  ['zzzzzzzz: 1', /^verso.config.yaml:1:1: unknown key `zzzzzzzz`. The keys here are `source`, `targets`, /],
  [
    'engines:\n  deepl: { formalty: less }',
    'verso.config.yaml:2:12: unknown key `formalty`. Did you mean `formality`?',
  ],
  ['<<: { targets: [de] }', /^verso.config.yaml:1:1: unknown key `<<`/],
  ['__proto__: 1', /^verso.config.yaml:1:1: unknown key `__proto__`/],
])('an unknown key is refused, with its place and the nearest valid key: %s', (text, message) => {
  expect(faultOf(text)).toMatch(message)
})

test('a key of an engine in the file is refused without being shown, and its variable named', () => {
  const fault = faultOf('engines: { deepl: { authKey: 1234-abcd } }')
  expect(fault).toContain('DEEPL_AUTH_KEY')
  expect(fault).not.toContain('1234-abcd')
})

test.each([
  ['targets: en', '1:10: `targets`: expected a list, found a text.'],
  ['targets:', '1:9: `targets`: expected a list, found nothing.'],
  ['targets: []', '1:10: `targets`: must not be empty.'],
  ['targets: [en, 5]', '1:15: `targets`, item 2: expected a text, found a number.'],
  ['targets: [en, fr]', '1:15: `targets`, item 2: `fr` is the source. Remove it.'],
  ['targets: [en, EN]', '1:15: `targets`, item 2: `EN` is in the list twice. Remove it.'],
  ['source: true', '1:9: `source`: expected a text, found true or false.'],
  ['source: french', '1:9: `source`: `french` is not a known language.'],
  ['targets: [xx]', '1:11: `targets`, item 1: `xx` is not a known language.'],
  ['targets: [en_GB]', '1:11: `targets`, item 1: `en_GB` is not a language tag.'],
  ['labels: [keep]', '1:9: `labels`: expected a mapping, found a list.'],
  [
    'labels: { default: kep }',
    '1:20: `labels.default`: expected one of `keep`, `gloss`, `map`, found `kep`.',
  ],
  [
    'frontMatter: { meta: { title: translate } }',
    '1:22: `frontMatter.meta`: expected one of `translate`, `markdown`, `keep`, `slug`, `stem`, `link`, found a mapping.',
  ],
  [
    'links: { rewrite: [ { to: { en: x } } ] }',
    '1:21: `links.rewrite.0.from`: expected a text, found nothing.',
  ],
  ['engines: { draft: { threshold: 4 } }', '1:32: `engines.draft.threshold`: must be 1 or fewer.'],
  ['engines: { deepl: { concurrency: 0 } }', '1:34: `engines.deepl.concurrency`: must be 1 or more.'],
  [
    'engines: { deepl: { concurrency: 1.5 } }',
    '1:34: `engines.deepl.concurrency`: expected a whole number, found a number.',
  ],
  ['engines: { deepl: { serverUrl: "file:///x" } }', '1:32: `engines.deepl.serverUrl`: must be an address'],
  ['engine: google', /1:9: `engine`: expected one of .*`draft`.*found `google`/],
  ['catalogue: ../elsewhere', '1:12: `catalogue`: must be a folder inside the project'],
  ['catalogue: /tmp', '1:12: `catalogue`: must be a folder inside the project'],
  ['catalogue: .', '1:12: `catalogue`: must be a folder inside the project'],
  ['pages: content/**/*.md', '1:8: `pages`, item 1: `content/**/*.md` must hold `{locale}` once'],
  ['pages: "{locale}/{locale}/*.md"', '1:8: `pages`, item 1: `{locale}/{locale}/*.md` must hold'],
  ['pages: ["/{locale}/*.md"]', '1:9: `pages`, item 1: `/{locale}/*.md` must be written from'],
  ['pages: ["../{locale}/*.md"]', '1:9: `pages`, item 1: `../{locale}/*.md` must be written from'],
  ['pages: ["!{locale}/*.md"]', '1:9: `pages`, item 1: `!{locale}/*.md` leaves pages out'],
  ['- targets', '1:1: expected a mapping, found a list.'],
  ['targets', '1:1: expected a mapping, found a text.'],
])('a wrong value is refused with its place: %s', (text, message) => {
  expect(faultOf(text)).toMatch(message instanceof RegExp ? message : `${file}:${message}`)
})

test('several faults are told at once, in the order of the file', () => {
  const lines = faultOf('engin: x\ntargets: en\npages: a\n').split('\n')
  expect(lines.map(line => line.split(': ')[0])).toEqual([
    'verso.config.yaml:1:1',
    'verso.config.yaml:2:10',
    'verso.config.yaml:3:8',
  ])
})

test.each([
  ['a key given twice', 'source: fr\nsource: fr\n', '2:1: the key `source` is there twice. Keep one.'],
  ['a second document', 'source: fr\n---\nsource: fr\n', '2:1: A second YAML document begins here'],
  ['a quote that is not closed', 'source: "fr', '1:12: Missing closing "quote'],
  ['a tab for indentation', 'labels:\n\tdefault: keep\n', '2:1: Tabs are not allowed as indentation'],
  ['an alias of nothing', 'source: fr\nlabels: *none\n', '2:9: The aliases from here on'],
  [
    'aliases of aliases',
    `a: &a [x, x]\n${'bcdefgh'
      .split('')
      .map((name, n) => `${name}: &${name} [${`*${'abcdefg'[n]},`.repeat(9)} x]\n`)
      .join('')}`,
    '2:8: The aliases from here on',
  ],
  ['a mapping as a key', '? { a: 1 }\n: 2\n', '1:1: unknown key'],
])('%s is refused with its place', (_, text, message) => {
  expect(faultOf(text)).toContain(`${file}:${message}`)
})

test('lists in lists without end are told as that, where they can’t be read any more', () => {
  const fault = faultOf(`targets: ${'['.repeat(20_000)}${']'.repeat(20_000)}`)
  expect(fault).toMatch(/^verso\.config\.yaml:1:\d+: the YAML is nested too deeply from here on\./)
})
