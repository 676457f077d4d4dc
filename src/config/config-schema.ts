import { closest } from 'fastest-levenshtein'
import * as z from 'zod'
import { diagnosticCodes } from '../diagnostic-codes.ts'
import { checkLocale } from './check-locale.ts'
import { checkPattern } from './check-pattern.ts'
import { strictMapping } from './strict-mapping.ts'

const filled = z.string().min(1)

/** Faults are worded by functions that return undefined when there is none. */
function checked(check: (value: string) => string | undefined) {
  return filled.superRefine((value, context) => {
    const fault = check(value)
    if (fault) context.addIssue({ code: 'custom', message: fault })
  })
}

const valueRules = z.record(filled, z.enum(['translate', 'markdown', 'keep', 'slug', 'stem', 'link']))
const locale = checked(checkLocale)
const labelPolicy = z.enum(['keep', 'gloss', 'map'])
const webAddress = checked(value => {
  if (URL.canParse(value) && /^https?:/i.test(value)) return undefined
  return 'must be an address that begins with http:// or https://.'
})

const remote = {
  target: z.record(locale, filled).prefault({}),
  serverUrl: webAddress.exactOptional(),
  pricePerMillion: z.number().min(0).exactOptional(),
  concurrency: z.int().min(1).max(100).exactOptional(),
}

function keyIn(variable: string) {
  return (key: string) =>
    /key|token|secret/i.test(key) ? `Keys are read from the environment alone: set ${variable}.` : undefined
}

const insideRoot = checked(value => {
  const steps = value.split('/')
  if (
    /^([/\\]|[a-z]:)/i.test(value) ||
    steps.includes('..') ||
    steps.every(step => step === '.' || step === '')
  ) {
    return 'must be a folder inside the project, written from its root: `locales`.'
  }
  return undefined
}).transform(value => value.replace(/^(\.\/+)+|\/+$/g, ''))

const jsonFile = checked(value =>
  /^([/\\]|[a-z]:)/i.test(value) || value.split('/').includes('..') || !value.endsWith('.json')
    ? 'must be a .json file inside the project, written from its root: `redirects.{locale}.json`.'
    : undefined,
)

const codes = Object.keys(diagnosticCodes)
const checkSeverity = z.enum(['error', 'warning', 'info', 'off']).exactOptional()
const length = z.int().min(0).exactOptional()

/** The schema of `verso.config.yaml`, with the defaults of each key. */
export const configSchema = strictMapping({
  source: locale.prefault('fr'),
  targets: z.array(locale).min(1).prefault(['en']),
  pages: z
    .preprocess(value => (typeof value === 'string' ? [value] : value), z.array(checked(checkPattern)).min(1))
    .prefault(['content/{locale}/**/*.md']),
  ignore: z.preprocess(value => (typeof value === 'string' ? [value] : value), z.array(filled)).prefault([]),
  catalogue: insideRoot.prefault('locales'),
  frontMatter: valueRules.prefault({
    title: 'translate',
    'meta.title': 'translate',
    'meta.description': 'translate',
    path_override: 'stem',
    '*': 'keep',
  }),
  content: z.record(filled, valueRules).prefault({}),
  attributes: z.array(filled).prefault(['alt', 'title', 'aria-label', 'placeholder']),
  labels: strictMapping({
    default: labelPolicy.prefault('keep'),
    pages: z.record(filled, labelPolicy).prefault({}),
  }).prefault({}),
  links: strictMapping({
    anchors: z.enum(['follow', 'pin', 'keep']).prefault('follow'),
    rewrite: z.array(strictMapping({ from: filled, to: z.record(locale, z.string()) })).prefault([]),
    redirects: jsonFile.exactOptional(),
  }).prefault({}),
  checks: strictMapping(Object.fromEntries(codes.map(code => [code, checkSeverity]))).prefault({}),
  style: strictMapping({
    lengths: z.record(filled, strictMapping({ min: length, max: length })).prefault({}),
  }).prefault({}),
  suppress: z
    .array(
      strictMapping({
        code: checked(code =>
          codes.includes(code)
            ? undefined
            : `no finding has the code \`${code}\`. Did you mean \`${closest(code, codes)}\`?`,
        ),
        pages: filled.exactOptional(),
        key: filled.exactOptional(),
        reason: filled,
      }),
    )
    .prefault([]),
  engine: z
    .enum(['auto', 'identity', 'pseudo', 'memory', 'draft', 'deepl', 'libretranslate', 'openai'])
    .prefault('auto'),
  engines: strictMapping({
    deepl: strictMapping(
      {
        ...remote,
        formality: z.enum(['less', 'more', 'default', 'prefer_less', 'prefer_more']).exactOptional(),
        modelType: z
          .enum(['quality_optimized', 'latency_optimized', 'prefer_quality_optimized'])
          .exactOptional(),
        styleId: filled.exactOptional(),
        // DeepL's limits: 10 instructions of 300 characters.
        customInstructions: z.array(filled.max(300)).max(10).exactOptional(),
        proxy: webAddress.exactOptional(),
        glossary: filled.exactOptional(),
      },
      keyIn('DEEPL_AUTH_KEY'),
    ).prefault({}),
    draft: strictMapping({ threshold: z.number().min(0).max(1).prefault(0.4) }).prefault({}),
    libretranslate: strictMapping(remote, keyIn('LIBRETRANSLATE_API_KEY')).prefault({}),
    openai: strictMapping(
      { ...remote, model: filled.exactOptional(), style: filled.exactOptional() },
      keyIn('OPENAI_API_KEY'),
    ).prefault({}),
  }).prefault({}),
}).superRefine(({ source, targets }, context) => {
  const seen = new Set([source.toLowerCase()])
  for (const [n, target] of targets.entries()) {
    if (seen.has(target.toLowerCase())) {
      const message = target.toLowerCase() === source.toLowerCase() ? 'is the source' : 'is in the list twice'
      context.addIssue({
        code: 'custom',
        path: ['targets', n],
        message: `\`${target}\` ${message}. Remove it.`,
      })
    }
    seen.add(target.toLowerCase())
  }
})
