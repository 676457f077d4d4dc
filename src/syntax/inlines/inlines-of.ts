import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Code, CodeKind, Pattern, Syntax } from '../../model.ts'
import { findDeepBraces } from '../grammar/find-deep-braces.ts'
import { complexityOf, maxComplexity } from './complexity-of.ts'
import { htmlInlines } from './html-inlines.ts'
import type { Inline } from './inline.ts'
import { pairTags } from './pair-tags.ts'
import { protectText } from './protect-text.ts'
import { textInlines } from './text-inlines.ts'

interface Options {
  /**
   * The pattern that the fragment is a translation of: its references are the ones that the page defines. Without it,
   * full and collapsed references and footnote calls count as defined, shortcut references (`[foo]`) as text.
   */
  readonly source?: Pattern
  /** Names of the attributes whose values are holes, in lower case. */
  readonly attributes?: readonly string[]
}

/**
 * The inlines of a fragment, as extraction finds them in a page, with offsets of the fragment. Total: a fragment that
 * is no valid MDX is read as Markdown, one that is too complex to parse as text.
 */
export function inlinesOf(fragment: string, syntax: Syntax, options: Options = {}): readonly Inline[] {
  if (fragment === '') return []
  const plain = [{ type: 'text', start: 0, end: fragment.length, value: fragment }] as const
  if (syntax === 'text') return protectText(fragment, plain, undefined)
  if (complexityOf(fragment) > maxComplexity) return plain
  const tags = { attributes: options.attributes ?? [], jsx: syntax === 'mdx' }
  const items =
    syntax === 'html'
      ? htmlInlines(fragment, 0, fragment.length, tags)
      : markdownInlines(fragment, syntax, options, tags)
  return pairTags(protectText(fragment, items, tags))
}

function markdownInlines(
  fragment: string,
  syntax: 'markdown' | 'mdx',
  options: Options,
  tags: { readonly attributes: readonly string[]; readonly jsx: boolean },
): readonly Inline[] {
  const defined = options.source === undefined ? guessedIn(fragment) : definedBy(options.source)
  if (syntax === 'mdx' && findDeepBraces(fragment) === undefined) {
    try {
      return textInlines(fragment, 'mdx', defined, tags)
    } catch {
      // What a person typed need not be valid MDX.
    }
  }
  return textInlines(fragment, 'markdown', defined, tags)
}

/** `[text]` with no bracket in it, and what shows that it is a collapsed reference. */
const brackets = /\[([^[\]\\]*(?:\\.[^[\]\\]*)*)\](\[\])?/gs

function guessedIn(fragment: string): Set<string> {
  const identifiers = new Set<string>()
  if (!fragment.includes('[')) return identifiers
  for (const { index, 1: label = '', 2: collapsed } of fragment.matchAll(brackets)) {
    const isFull = fragment.charAt(index - 1) === ']'
    if (label.trim() !== '' && (isFull || collapsed !== undefined || label.startsWith('^'))) {
      identifiers.add(normalizeIdentifier(label))
    }
  }
  return identifiers
}

/** Codes that may be references themselves; others hold some when they say so, whatever brackets they hold. */
const references: ReadonlySet<CodeKind> = new Set(['footnote', 'image', 'link', 'reference'])

/** The texts inside markup have patterns, and thereby references, of their own. */
function definedBy(source: Pattern): Set<string> {
  const identifiers = new Set<string>()
  for (const item of source) {
    if (typeof item === 'string' || !(references.has(item.kind) || item.refers === true)) continue
    for (const identifier of identifiersIn(withoutHoles(item))) identifiers.add(identifier)
    const pieces = (item.holes ?? []).flatMap(({ unit }) => unit.pieces)
    for (const piece of pieces) {
      if (piece.type === 'segment') for (const name of definedBy(piece.pattern)) identifiers.add(name)
    }
  }
  return identifiers
}

/** The identifiers in the markup of references: neither the text of a link nor that of a full reference. */
function identifiersIn(literal: string): readonly string[] {
  return [...literal.matchAll(brackets)].flatMap(({ 0: group, 1: label = '', index }) => {
    const isText = literal.charAt(index - 1) !== ']' && /[([]/.test(literal.charAt(index + group.length))
    return isText || label.trim() === '' ? [] : [normalizeIdentifier(label)]
  })
}

function withoutHoles({ literal, holes = [] }: Code): string {
  let text = ''
  let at = 0
  for (const { start, end } of holes) {
    text += literal.slice(at, start)
    at = end
  }
  return text + literal.slice(at)
}
