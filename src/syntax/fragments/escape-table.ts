/**
 * Where a character of text stands:
 * - `markdown`, `mdx`, `html`: in a fragment of that syntax, whatever page it goes into;
 * - `bracket`: inside the brackets of a link;
 * - `shared`: in a block that other fragments share, so that delimiters may pair up across them;
 * - `line`: at the start of a line of Markdown; `mdxLine`: the same in MDX; `lineEnd`: at the end of a fragment;
 * - `atx`, `cell`, `alt`, `title`, `attribute`, `jsx`: in a place of that kind, with the quotes around it where they
 *   count, `unquoted` where there are none;
 * - `htmlCell`: in HTML that may be in a cell.
 */
export type EscapeContext =
  | 'markdown'
  | 'mdx'
  | 'html'
  | 'bracket'
  | 'shared'
  | 'line'
  | 'mdxLine'
  | 'lineEnd'
  | 'atx'
  | 'cell'
  | 'htmlCell'
  | 'alt'
  | 'title'
  | 'title"'
  | "title'"
  | 'title('
  | 'attribute'
  | 'attribute"'
  | "attribute'"
  | 'unquoted'
  | 'jsx'

/** A character that, left as it is, would be read as markup. */
export interface Unsafe {
  readonly character: string
  readonly in: EscapeContext
  /** What the line holds before it. In `line` and `mdxLine` that is all of it, elsewhere at least its last character. */
  readonly before?: RegExp
  /** What comes after it: the rest of the line in `line`, `mdxLine` and `atx`, elsewhere the first 40 characters. */
  readonly after?: RegExp
  /** Harmless unless the character occurs more than once in its block. */
  readonly isPair?: true
  /** Harmless if it is a bracket whose counterpart stands in the same text. */
  readonly isBracket?: true
  /** A backslash by default; where there are no escapes, a character reference. */
  readonly by?: 'reference'
}

const wordAfter = /^\S/
const wordBefore = /\S$/
const spaceAfter = /^(?:\s|$)/
const spaceBefore = /(?:^|\s)$/
const markAfter = /^[\p{P}\p{S}]/u
const markBefore = /[\p{P}\p{S}]$/u
const markerEnd = /^(?:[ \t]|$)/
/** What may begin a tag or an autolink, also once it is escaped: tags have ASCII names. */
const tagStart = /^[!-/:;>-~]/
const reference = /^(?:#\d|#[xX][\da-fA-F]|[a-zA-Z])[\da-zA-Z]*;/
const ruleOrDelimiterRow = /^[-\s:|]*$/

/** Delimiters of runs that pair up: CommonMark 6.2, GFM 6.5. `_` does nothing inside a word. */
function delimiters(context: 'markdown' | 'shared'): readonly Unsafe[] {
  return [
    { character: '*', in: context, after: wordAfter, isPair: true },
    { character: '*', in: context, before: wordBefore, isPair: true },
    { character: '_', in: context, before: spaceBefore, after: wordAfter, isPair: true },
    { character: '_', in: context, before: wordBefore, after: spaceAfter, isPair: true },
    { character: '_', in: context, before: markBefore, isPair: true },
    { character: '_', in: context, after: markAfter, isPair: true },
    { character: '~', in: context, after: wordAfter, isPair: true },
    { character: '~', in: context, before: wordBefore, isPair: true },
    { character: '~', in: context, before: /[*_]$/ },
    { character: '`', in: context, isPair: true },
  ]
}

/**
 * Everything that is escaped when text is written, and nothing else: one table for fragments and for the places of a
 * page. Numbers are sections of CommonMark 0.31.2.
 */
export const escapeTable: readonly Unsafe[] = [
  ...delimiters('markdown'),
  { character: '[', in: 'markdown' },
  { character: ']', in: 'bracket' },
  { character: '!', in: 'markdown', after: /^\[/ },
  { character: '(', in: 'markdown', before: /\]$/ },
  { character: '<', in: 'markdown', after: tagStart },
  { character: '&', in: 'markdown', after: reference, by: 'reference' },
  { character: '\n', in: 'markdown', by: 'reference' },
  { character: '\r', in: 'markdown', by: 'reference' },
  { character: '<', in: 'mdx' },
  { character: '{', in: 'mdx' },
  { character: '<', in: 'html', after: tagStart, by: 'reference' },
  { character: '&', in: 'html', after: reference, by: 'reference' },

  ...delimiters('shared'),
  { character: '[', in: 'shared', isBracket: true },
  { character: ']', in: 'shared', isBracket: true },
  { character: '<', in: 'shared', after: tagStart },

  // 4.1 thematic breaks, 4.3 setext underlines, 5.2 list markers, GFM 4.10 delimiter rows
  { character: '-', in: 'line', before: /^$/, after: markerEnd },
  { character: '-', in: 'line', before: /^$/, after: ruleOrDelimiterRow },
  { character: '+', in: 'line', before: /^$/, after: markerEnd },
  { character: '*', in: 'line', before: /^$/, after: markerEnd },
  { character: '*', in: 'line', before: /^$/, after: /^[*\s]*$/ },
  { character: '_', in: 'line', before: /^$/, after: /^[_\s]*$/ },
  { character: '=', in: 'line', before: /^$/, after: /^=*[ \t]*$/ },
  { character: '.', in: 'line', before: /^\d{1,9}$/, after: markerEnd },
  { character: ')', in: 'line', before: /^\d{1,9}$/, after: markerEnd },
  { character: '|', in: 'line', before: /^$/, after: ruleOrDelimiterRow },
  { character: ':', in: 'line', before: /^$/, after: /^-[-\s:|]*$/ },
  // 4.2 ATX headings, 5.1 block quotes, 4.5 fences, 4.6 HTML blocks, containers of directives
  { character: '#', in: 'line', before: /^$/, after: /^#{0,5}(?:[ \t]|$)/ },
  { character: '>', in: 'line', before: /^$/ },
  { character: '`', in: 'line', before: /^$/, after: /^``/ },
  { character: '~', in: 'line', before: /^$/, after: /^~~/ },
  { character: ':', in: 'line', before: /^$/, after: /^::/ },
  { character: '<', in: 'line', before: /^$/, after: tagStart },
  // Markers of admonitions (`!!! note`, `??? tip`, `=== "Tab"`) and alerts (`[!NOTE]`)
  { character: '!', in: 'line', before: /^$/, after: /^!![ \t]/ },
  { character: '?', in: 'line', before: /^$/, after: /^\?\?\+?[ \t]/ },
  { character: '=', in: 'line', before: /^$/, after: /^==\+?[ \t]/ },
  { character: '[', in: 'line', before: /^$/, after: /^![\w-]+\]/ },
  // 4.7 link reference definitions, GFM 5.3 task list items, footnote definitions
  { character: '[', in: 'line', before: /^$/, after: /^(?:[^\]]*\]:|[ xX]\](?:\s|$))/ },
  { character: 'e', in: 'mdxLine', before: /^$/, after: /^xport\s/, by: 'reference' },
  { character: 'i', in: 'mdxLine', before: /^$/, after: /^mport\s/, by: 'reference' },

  // 6.7 hard line breaks, and what a backslash would take from the markup after the text
  { character: '\\', in: 'lineEnd', after: /^$/ },
  { character: '#', in: 'atx', before: spaceBefore, after: /^#*[ \t]*$/ },
  { character: '|', in: 'cell' },
  { character: '|', in: 'htmlCell', by: 'reference' },
  { character: '[', in: 'alt', isBracket: true },
  { character: ']', in: 'alt', isBracket: true },
  { character: '\\', in: 'title', after: /^(?:$|[!-/:-@[-`{-~])/ },
  { character: '&', in: 'title', after: reference, by: 'reference' },
  { character: '"', in: 'title"' },
  { character: "'", in: "title'" },
  { character: '(', in: 'title(' },
  { character: ')', in: 'title(' },
  { character: '&', in: 'attribute', after: reference, by: 'reference' },
  { character: '"', in: 'attribute"', by: 'reference' },
  { character: "'", in: "attribute'", by: 'reference' },
  ...[...' \t\u00a0\u2009\u202f\u3000\ufeff"\'/=<>`{}'].map(
    character => ({ character, in: 'unquoted', by: 'reference' }) as const,
  ),
  { character: '<', in: 'jsx', by: 'reference' },
  { character: '{', in: 'jsx', by: 'reference' },
  { character: '}', in: 'jsx', by: 'reference' },
]
