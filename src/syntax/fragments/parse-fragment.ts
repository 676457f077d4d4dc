import type { Pattern, Syntax } from '../../model.ts'
import { inlinesOf } from '../inlines/inlines-of.ts'
import { patternOf } from './pattern-of.ts'

interface Options {
  /**
   * The pattern that the fragment is a translation of: its labels are labels whatever stands around them, and the term
   * that it explains is none; its references are the ones that the page defines. Without it, full and collapsed references and footnote calls count as
   * defined, shortcut references (`[foo]`) as text.
   */
  readonly source?: Pattern
}

/**
 * Takes a fragment apart the way extraction does, with the same codes, literals and numbers; texts in the holes of codes
 * are left out. Total: a fragment that is no valid MDX is read as Markdown, one that is too complex to parse as text.
 */
export function parseFragment(fragment: string, syntax: Syntax, options: Options = {}): Pattern {
  return patternOf(fragment, inlinesOf(fragment, syntax, options), {
    unitsOf: () => [],
    labels: new Set(labelsOf(options.source ?? [])),
    wholeMayBeLabel: false,
    isInExplanations: explains(options.source ?? []),
  })
}

/** Whether a sentence begins with a bold text that is no label, and a colon after it. */
function explains(pattern: Pattern): boolean {
  const [open] = pattern
  if (typeof open !== 'object' || open.kind !== 'strong' || open.form !== 'open') return false
  const close = pattern.findIndex(
    item => typeof item === 'object' && item.form === 'close' && item.id === open.id,
  )
  const after = pattern[close + 1]
  return typeof after === 'string' && /^\s*[:：]/.test(after)
}

function labelsOf(source: Pattern): readonly string[] {
  return source.flatMap(item => (typeof item !== 'string' && item.kind === 'label' ? [item.literal] : []))
}
