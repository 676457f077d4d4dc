import { checkSeverities } from '../../src/check/check-severities.ts'
import { parseConfig } from '../../src/config/parse-config.ts'
import { parseGlossary } from '../../src/config/parse-glossary.ts'
import { extractPage } from '../../src/extract/extract-page.ts'
import { inspectPage } from '../../src/pipeline/check-run/inspect-page.ts'
import { localeTools, type ToolsOfPage } from '../../src/pipeline/check-run/locale-tools.ts'
import type { PageInspection } from '../../src/pipeline/check-run/page-inspection.ts'
import { noLinks } from '../../src/pipeline/site/no-links.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'

export interface Setting {
  readonly config?: string
  readonly glossary?: string
  readonly page?: string
}

const toolsBySetting = new Map<string, Promise<ToolsOfPage>>()

/** A catalogue in which the segments of two pages of as many segments translate each other, one by one. */
function catalogueOf(source: string, target: string) {
  const [own, other] = [segmentsIn(source, 'fr'), segmentsIn(target, 'en')]
  const isKnown = own.length === other.length && new Set(own.map(({ key }) => key)).size === own.length
  const resource = (fragments: readonly string[]) =>
    isKnown
      ? JSON.stringify(Object.fromEntries(own.map(({ key }, n) => [key, fragments[n]])), null, 2)
      : undefined
  return {
    source: { file: 'locales/fr/page.json', text: resource(own.map(({ fragment }) => fragment)) },
    resource: { file: 'locales/en/page.json', text: resource(other.map(({ fragment }) => fragment)) },
    sidecar: { file: 'locales/en/page.state.jsonl', text: undefined },
  }
}

function segmentsIn(text: string, locale: string) {
  const { frontMatter: values, attributes } = parseConfig('', 'verso.config.yaml')
  return segmentsOf(
    extractPage(text, { file: 'page.md', locale, format: 'markdown', values, attributes }).skeleton,
  )
}

/** What an English page that translates a French one comes to by itself. */
export async function inspectPair(
  source: string,
  target: string,
  setting: Setting = {},
): Promise<PageInspection> {
  const { config: configText = '', glossary: glossaryText = '', page = 'page' } = setting
  const config = parseConfig(configText, 'verso.config.yaml')
  const { glossary } = parseGlossary(glossaryText, 'glossary.yaml')
  const settings = { config, glossaries: { en: glossary }, severities: checkSeverities(config.checks) }
  const key = JSON.stringify([configText, glossaryText])
  const tools = toolsBySetting.get(key) ?? localeTools(settings, 'en')
  toolsBySetting.set(key, tools)
  const input = {
    file: { file: `content/fr/${page}.md`, page, before: 'content/', after: `/${page}.md` },
    locale: 'en',
    source: { type: 'text', text: source },
    targetFile: `content/en/${page}.md`,
    target: { type: 'text', text: target },
    links: noLinks,
    catalogue: catalogueOf(source, target),
  } as const
  return inspectPage(settings, input, await tools)
}
