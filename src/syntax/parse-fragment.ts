import { normalizeIdentifier } from 'micromark-util-normalize-identifier'
import type { Pattern, Syntax } from '../model.ts'
import { complexityOf, maxComplexity } from './complexity-of.ts'
import { htmlInlines } from './html-inlines.ts'
import type { Inline } from './inline.ts'
import { pairTags } from './pair-tags.ts'
import { patternOf } from './pattern-of.ts'
import { protectText } from './protect-text.ts'
import { textInlines } from './text-inlines.ts'

interface Options {
  /**
   * The pattern that the fragment is a translation of: its labels are labels whatever stands around them, its
   * references the ones that the page defines. Without it, full and collapsed references and footnote calls count as
   * defined, shortcut references (`[foo]`) as text.
   */
  readonly source?: Pattern
}

/**
 * Takes a fragment apart the way extraction does, with the same codes, literals and numbers; texts in the holes of codes
 * are left out. Total: a fragment that is no valid MDX is read as Markdown, one that is too complex to parse as text.
 */
export function parseFragment(fragment: string, syntax: Syntax, options: Options = {}): Pattern {
  if (fragment === '') return []
  if (syntax === 'text' || complexityOf(fragment) > maxComplexity) return [fragment]
  const tags = { attributes: [], jsx: syntax === 'mdx' }
  const items = pairTags(protectText(fragment, inlinesOf(fragment, syntax, options), tags))
  return patternOf(fragment, items, {
    unitOf: () => undefined,
    labels: new Set(labelsOf(options.source ?? [])),
    wholeMayBeLabel: false,
  })
}

function inlinesOf(
  fragment: string,
  syntax: 'markdown' | 'mdx' | 'html',
  options: Options,
): readonly Inline[] {
  const tags = { attributes: [], jsx: syntax === 'mdx' }
  if (syntax === 'html') return htmlInlines(fragment, 0, fragment.length, tags)
  const defined = options.source === undefined ? guessedIn(fragment) : definedBy(options.source)
  if (syntax === 'mdx') {
    try {
      return textInlines(fragment, 'mdx', defined, tags)
    } catch {
      // What a person typed need not be valid MDX.
    }
  }
  return textInlines(fragment, 'markdown', defined, tags)
}

function labelsOf(source: Pattern): readonly string[] {
  return source.flatMap(item => (typeof item !== 'string' && item.kind === 'label' ? [item.literal] : []))
}

/** `[text]` with no bracket in it, and what shows that it is a collapsed reference. */
const brackets = /\[([^[\]\\]*(?:\\.[^[\]\\]*)*)\](\[\])?/gs

function guessedIn(fragment: string): Set<string> {
  const identifiers = new Set<string>()
  if (!fragment.includes('[')) return identifiers
  for (const { index, 1: label = '', 2: collapsed } of fragment.matchAll(brackets)) {
    const isFull = fragment.charAt(index - 1) === ']'
    if (isFull || collapsed !== undefined || label.startsWith('^')) {
      identifiers.add(normalizeIdentifier(label))
    }
  }
  return identifiers
}

function definedBy(source: Pattern): Set<string> {
  const identifiers = new Set<string>()
  for (const item of source) {
    if (typeof item === 'string') continue
    for (const [, label = ''] of item.literal.matchAll(brackets)) identifiers.add(normalizeIdentifier(label))
  }
  return identifiers
}
