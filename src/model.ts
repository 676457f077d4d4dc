/**
 * The types that the stages share. This module imports nothing.
 *
 * Offsets are UTF-16 offsets into the page's text (a byte-order mark, if any, is character 0), spans are half-open,
 * lines and columns count from 1.
 */

/** A BCP 47 language tag: `fr`, `en`, `en-GB`. */
export type Locale = string

export interface Span {
  readonly start: number
  readonly end: number
}

export interface Position {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** What kind of file a page is: Markdown, or a content file, which is all values. */
export type PageFormat = 'markdown' | 'mdx' | 'yaml' | 'json'

// ---------------------------------------------------------------- patterns

/** What an inline code stands for. Paired kinds surround text; all others are standalone. */
export type CodeKind =
  | 'emphasis'
  | 'strong'
  | 'delete'
  | 'link'
  | 'tag' // HTML or JSX element: paired around text, or standalone
  | 'label' // bold text that names something on a screen
  | 'code'
  | 'url'
  | 'email'
  | 'image'
  | 'footnote'
  | 'break' // hard line break
  | 'math'
  | 'variable' // `{{date}}`, `{props.x}`, `%{name}`
  | 'attributes' // `{#id}`, `{.class}` inside a sentence
  | 'reference' // shortcut or collapsed reference: its text is its identifier
  | 'name' // product name (bound only while an engine works)

/** A text of its own inside a code's literal: the alt text of an image, the title of a link, an attribute value. */
export interface Hole extends Span {
  readonly unit: Unit
}

/**
 * Markup inside a segment. `open` and `close` codes with the same `id` surround text and nest properly within one
 * segment; a `standalone` code is never opened up. `literal` is the Markdown as it stands in the fragment:
 * `**`, `](/docs "Titre")`, `**Autoriser**`.
 */
export interface Code {
  readonly type: 'code'
  readonly form: 'open' | 'close' | 'standalone'
  readonly kind: CodeKind
  /** Numbered from 1 in order of appearance in the fragment. */
  readonly id: number
  readonly literal: string
  /** Units inside `literal`; spans are relative to it. */
  readonly holes?: readonly Hole[]
  /** Whether references to definitions are among the markup in `literal`. */
  readonly refers?: true
}

/**
 * A fragment taken apart, as MessageFormat 2 does: text and codes in order. Text is decoded (no escapes, no
 * entities). No two strings are adjacent and none is empty.
 */
export type Pattern = readonly (string | Code)[]

/**
 * How a fragment is written: `markdown` (CommonMark inlines, GFM, HTML and JSX tags), `mdx` (the same, with
 * expressions), `html` (tags and entities alone), `text` (no markup at all: front matter, attributes, titles).
 */
export type Syntax = 'markdown' | 'mdx' | 'html' | 'text'

// ---------------------------------------------------------------- skeleton

/** The role of a unit: part of the segment key, so that a heading and a sentence of equal text are told apart. */
export type Role =
  | 'heading'
  | 'paragraph'
  | 'listItem'
  | 'cell'
  | 'footnote'
  | 'alt'
  | 'title'
  | 'attribute'
  | 'html'
  | 'frontMatter'

/** Where a unit stands in the page, which decides how text is escaped there. */
export type Place =
  /** Paragraph-like. `prefix` is what a continuation line begins with: container markers and indentation. */
  | { readonly type: 'flow'; readonly prefix: string; readonly eol: string }
  | {
      readonly type: 'heading'
      readonly style: 'atx' | 'setext'
      readonly prefix: string
      readonly eol: string
    }
  | { readonly type: 'cell' }
  | { readonly type: 'alt' }
  | { readonly type: 'title'; readonly quote: '"' | "'" | '(' }
  | { readonly type: 'attribute'; readonly quote: '"' | "'" | ''; readonly jsx: boolean }
  | { readonly type: 'html'; readonly jsx: boolean }
  /**
   * A value of front matter or of a content file. `raw` is the whole scalar as written, quotes or block header
   * included; `indent` its parent's indentation. `json` is a string of JSON, which has one way to write it.
   */
  | {
      readonly type: 'yaml'
      readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded' | 'json'
      readonly indent: number
      /** Inside `[…]` or `{…}`, where a comma ends a plain scalar. */
      readonly inFlow?: true
    }

/** White space or markup between two segments of a unit: verbatim, and dropped with a neighbour that is left empty. */
export interface Gap {
  readonly type: 'gap'
  readonly raw: string
}

/** One sentence of a unit: what is translated, stored, diffed and reviewed. */
export interface Segment {
  readonly type: 'segment'
  /** `<role>.<hash>`: of the fragment's text and the unit's role, not of its position. */
  readonly key: string
  /** Soft line breaks are folded to a space and container prefixes dropped; otherwise as in the page. */
  readonly fragment: string
  readonly pattern: Pattern
  /** The bytes of the page. Equal to `fragment` unless the sentence is folded, or its place encodes text (YAML). */
  readonly raw: string
  readonly position: Position
}

/** One block of a page that carries text. For every place but `yaml`, joining the pieces' `raw` gives `raw` back. */
export interface Unit {
  readonly type: 'unit'
  readonly role: Role
  readonly syntax: Syntax
  readonly place: Place
  readonly raw: string
  readonly pieces: readonly (Gap | Segment)[]
  readonly position: Position
  /** Path of the value, of front matter and in content files: `meta.title`. */
  readonly path?: string
  /** The headings above, outermost first: the context an engine is given. */
  readonly headings: readonly string[]
}

export interface Verbatim {
  readonly type: 'verbatim'
  readonly raw: string
  /** Set for a value that other locales derive: `raw` is then the whole scalar. */
  readonly derived?: {
    readonly path: string
    readonly action: 'slug' | 'stem' | 'link'
    /** What the scalar says. */
    readonly value: string
    readonly place: Extract<Place, { type: 'yaml' }>
  }
}

/** The page with its segments lifted out. Joining every part's `raw` gives the page back, byte for byte. */
export interface Skeleton {
  readonly parts: readonly (Verbatim | Unit)[]
  /** The page's title, from front matter or its first heading; empty when it has none. */
  readonly title: string
}

// ---------------------------------------------------------------- configuration

/**
 * What becomes of a value of front matter or of a content file: `translate` takes it for plain text, `markdown` for
 * Markdown; `slug` is the translated title's, `stem` the page's file name; `link` leads where a link of a page does.
 */
export type FrontMatterAction = 'translate' | 'markdown' | 'keep' | 'slug' | 'stem' | 'link'

/** One rule of the configuration's `frontMatter` or `content`, in the order of the file. `path` may hold wildcards: `meta.*`. */
export interface FrontMatterRule {
  readonly path: string
  readonly action: FrontMatterAction
}

// ---------------------------------------------------------------- catalogue

/** XLIFF 2's states. */
export type State = 'initial' | 'translated' | 'reviewed' | 'final'

/** Who made a target. */
export type Origin = 'human' | 'memory' | EngineName

export type EngineName = 'identity' | 'pseudo' | 'memory' | 'draft' | 'deepl' | 'libretranslate' | 'openai'

/** What the sidecar keeps of one segment in one target locale. */
export interface SegmentState {
  readonly key: string
  readonly state: State
  readonly origin?: Origin
  /** Match or confidence, 0 to 100. */
  readonly score?: number
  /** Rung of the repair ladder that gave the target: absent when the answer was right at once. */
  readonly rung?: string
  /** Set while the segment is stale: the source that the target was made for. */
  readonly previousSource?: string
  /** A proposal that a person has not taken yet. */
  readonly suggestion?: { readonly target: string; readonly origin: Origin; readonly score?: number }
  /**
   * What persons wrote for the segment elsewhere than on the page, where it was edited at the same time: the page's text
   * is the target, and which one is meant is for a person to decide. The latest last.
   */
  readonly alternatives?: readonly string[]
  /** A change of the glossary asks for another target: the next run makes one. */
  readonly retranslate?: true
  /** The source, kept for a segment that its page no longer has. */
  readonly orphanSource?: string
  /**
   * What is remembered of the verbatim text before the segment, as last written to the target page: its digest; two,
   * `<page>/<source>`, where a person gave the page another one than the source's. Where the segment is not on a page
   * that is patched: `-` when a person took it off, `?` when it was not found on a page written by hand, `+` when it is
   * yet to be put there. Where several segments share the key, one for each, in page order, with spaces between.
   */
  readonly gap?: string
  /** Digest of the fragment as last written to the target page: tells an edit of the page from one of the catalogue. */
  readonly written?: string
  /** Digest of the target as last saved, where that is another than `written`: tells an edit of the catalogue file. */
  readonly saved?: string
}

/** A line of a catalogue file that Verso has no meaning for: kept as it was written, where it stood. */
export interface ForeignLine {
  /** The key of the segment whose line is before it; undefined at the file's beginning. */
  readonly after: string | undefined
  readonly raw: string
}

/** One page of the catalogue in one target locale. Maps iterate in page order. */
export interface PageTargets {
  readonly targets: ReadonlyMap<string, string>
  readonly states: ReadonlyMap<string, SegmentState>
  /** The target page's structure differs from the source's on purpose: it is patched, never regenerated. */
  readonly diverged: boolean
  /** The same of the verbatim text after the last segment. */
  readonly tail?: string
  /** What a person added to the page's two files. */
  readonly foreign?: { readonly resource: readonly ForeignLine[]; readonly sidecar: readonly ForeignLine[] }
}

export interface GlossaryTerm {
  readonly source: string
  readonly target: string
  readonly forbidden: readonly string[]
  readonly caseSensitive: boolean
  readonly note?: string
}

export interface GlossaryLabel {
  readonly source: string
  readonly target: string
  /** Page-path glob the entry is limited to. */
  readonly pages?: string
}

export interface Glossary {
  readonly terms: readonly GlossaryTerm[]
  readonly doNotTranslate: readonly string[]
  readonly labels: readonly GlossaryLabel[]
}

// ---------------------------------------------------------------- diagnostics

export type Severity = 'error' | 'warning' | 'info'

/** A finding about content. Never thrown. `code` is a row of `diagnostic-codes.ts`. */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  /** What was found and what to do next, one sentence each. */
  readonly message: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly locale?: Locale
  readonly key?: string
}

// ---------------------------------------------------------------- engines

/** What an engine may know of the surroundings of a text. All in the source language, as plain text. */
export interface TextContext {
  readonly title: string
  readonly headings: readonly string[]
  /** The sentence before and the one after in the same page; empty at its ends. */
  readonly before: string
  readonly after: string
}

/** One source text for an engine. Product names are bound as standalone codes of kind `name`. */
export interface EngineText {
  readonly pattern: Pattern
  readonly role: Role
  readonly context: TextContext
}

/** One request. Every text of it is of one source and one target locale. */
export interface EngineRequest {
  readonly texts: readonly EngineText[]
  readonly source: Locale
  readonly target: Locale
  readonly glossary: Glossary
  /** How codes are written for the engine: the second encoding is asked for when the first one lost codes. */
  readonly encoding: 'primary' | 'alternate'
  /** Extra instructions for this request alone (glossary terms that were ignored), for engines that take any. */
  readonly instructions?: readonly string[]
}

export interface EngineAnswer {
  /** Codes refer to the source's by `id`; whether they are all there, once and nested is for the caller to check. */
  readonly pattern: Pattern
  /** Characters that the service says it bills for this text. */
  readonly billedCharacters: number
  /** The engine's own confidence, 0 to 100. */
  readonly score?: number
  /** Source words that the engine does not know, as written: left as they are, or guessed. */
  readonly unknownWords?: readonly string[]
}

/**
 * A translation engine. `translate` gives one answer a text, in order, or throws an `EngineFault`; it makes one
 * attempt: batching, retries, deduplication and repair are the caller's.
 */
export interface Engine {
  readonly name: EngineName
  /** Texts and encoded bytes that one request may hold, and requests in flight. */
  readonly limits: { readonly texts: number; readonly bytes: number; readonly concurrency: number }
  /** Encoded bytes that a text adds to a request. */
  size(text: EngineText): number
  translate(request: EngineRequest, signal: AbortSignal): Promise<readonly EngineAnswer[]>
}
