import type { EngineName, FrontMatterRule, Locale, Severity } from '../model.ts'

/** What becomes of a UI label: kept, kept with the glossary's translation in brackets, or replaced by it. */
export type LabelPolicy = 'keep' | 'gloss' | 'map'

/** A text in link targets that each locale writes in its own way; a locale that is not named keeps `from`. */
interface LinkRewrite {
  readonly from: string
  readonly to: Readonly<Record<Locale, string>>
}

/** What every paid or remote engine can be told. */
interface RemoteSettings {
  /** The engine's own name of a locale: `{ en: 'en-GB' }`. A locale that is not named is sent as it is. */
  readonly target: Readonly<Record<Locale, string>>
  readonly serverUrl?: string
  /** Price of a million characters, in whatever currency the team is billed in. */
  readonly pricePerMillion?: number
  /** Requests in flight at most. */
  readonly concurrency?: number
}

interface DeeplSettings extends RemoteSettings {
  readonly formality?: 'less' | 'more' | 'default' | 'prefer_less' | 'prefer_more'
  readonly modelType?: 'quality_optimized' | 'latency_optimized' | 'prefer_quality_optimized'
  readonly styleId?: string
  readonly customInstructions?: readonly string[]
  readonly proxy?: string
  /** Name of the project's glossary at DeepL; by default the project's own. */
  readonly glossary?: string
}

interface OpenaiSettings extends RemoteSettings {
  readonly model?: string
  /** What the prompt says of the house style. */
  readonly style?: string
}

interface ContentRules {
  /** A glob of page paths, or of files of source pages, in which `{locale}` may stand. */
  readonly pages: string
  readonly rules: readonly FrontMatterRule[]
}

/** `verso.config.yaml`, validated, with its defaults filled in. */
export interface Config {
  readonly source: Locale
  readonly targets: readonly Locale[]
  /** Globs from the root, each with one `{locale}`. */
  readonly pages: readonly string[]
  /** Globs of pages that are not localised: page paths, or files of source pages. */
  readonly ignore: readonly string[]
  /** Folder of the catalogue, from the root, without a slash at its end. */
  readonly catalogue: string
  readonly frontMatter: readonly FrontMatterRule[]
  /** Rules for the values of content files; the last entry that names a file holds. */
  readonly content: readonly ContentRules[]
  /** HTML and JSX attributes whose values are translated. */
  readonly attributes: readonly string[]
  readonly labels: {
    readonly default: LabelPolicy
    /** Page-path globs; the last one that matches decides. */
    readonly pages: Readonly<Record<string, LabelPolicy>>
  }
  readonly links: {
    /**
     * Links to headings without an id: they name the translated heading's slug, or the translated heading is given the
     * source's slug as its id, or they stay as they are.
     */
    readonly anchors: 'follow' | 'pin' | 'keep'
    readonly rewrite: readonly LinkRewrite[]
    /** The file, from the root, that lists the addresses pages had; `{locale}` in it is the locale. */
    readonly redirects?: string
  }
  /** How severe `check` takes findings to be, by code. */
  readonly checks: Partial<Readonly<Record<string, Severity | 'off'>>>
  readonly style: {
    /** Characters that front-matter values may have, by path. */
    readonly lengths: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>
  }
  /** Findings that a person has judged to be none, each with the reason. */
  readonly suppress: readonly {
    readonly code: string
    readonly pages?: string
    readonly key?: string
    readonly reason: string
  }[]
  readonly engine: 'auto' | EngineName
  readonly engines: {
    readonly deepl: DeeplSettings
    readonly draft: { readonly threshold: number }
    readonly libretranslate: RemoteSettings
    readonly openai: OpenaiSettings
  }
}
