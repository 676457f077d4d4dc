import type { LabelPolicy } from '../config/config.ts'
import type { Glossary, GlossaryTerm, Locale, Pattern, State } from '../model.ts'
import { applyLabels } from './apply-labels.ts'
import { createNameBinder } from './bind-names.ts'
import { createTermChecker } from './check-terms.ts'
import { createLabelTable } from './create-label-table.ts'
import { samePattern } from './same-pattern.ts'

/** A segment that has a target. */
export interface ImpactSegment {
  readonly pagePath: string
  readonly source: Pattern
  readonly target: Pattern
  readonly state: State
  readonly labels: LabelPolicy
}

/** What a change of the glossary means for one segment. */
export interface Impact {
  /** What touches it, for people: one sentence each. */
  readonly reasons: readonly string[]
  /**
   * `retranslate`: a machine made the target, and another one is needed. `relabel`: labels alone change; `target` is
   * what they come to, no engine is needed. `report`: a person confirmed the target, who decides.
   */
  readonly action: 'retranslate' | 'relabel' | 'report'
  readonly target?: Pattern
}

/**
 * Finds the segments that a change of the glossary touches: those whose target would have to be another one, and no
 * others. A new or changed term touches a segment whose target does not follow it yet; a term that is gone, one whose
 * target follows it still; a product name, one where source and target name it unequally, or did as a word that may be
 * translated from now on; a label, one whose page shows its translation.
 */
export function createImpactFinder(
  before: Glossary,
  after: Glossary,
  source: Locale,
  target: Locale,
): (segment: ImpactSegment) => Impact | undefined {
  const findTerms = termImpact(before, after, source, target)
  const findNames = nameImpact(before, after)
  const hasNewLabels = JSON.stringify(before.labels) !== JSON.stringify(after.labels)
  return segment => {
    const reasons = [...findTerms(segment), ...findNames(segment)]
    const relabelled = hasNewLabels ? relabel(segment, before, after) : undefined
    const labelReason = relabelled === undefined ? [] : ['The translation of a label changed.']
    const all = [...reasons, ...labelReason]
    if (all.length === 0) return undefined
    if (segment.state === 'reviewed' || segment.state === 'final') return { reasons: all, action: 'report' }
    if (reasons.length > 0 || relabelled === undefined) return { reasons: all, action: 'retranslate' }
    return { reasons: all, action: 'relabel', target: relabelled }
  }
}

type FindReasons = (segment: ImpactSegment) => readonly string[]

function termImpact(before: Glossary, after: Glossary, source: Locale, target: Locale): FindReasons {
  const knownBefore = new Set(before.terms.map(identityOf))
  const knownAfter = new Set(after.terms.map(identityOf))
  const sourcesAfter = new Set(after.terms.map(term => term.source))
  const old = createTermChecker(before.terms, source, target)
  const current = createTermChecker(after.terms, source, target)
  /** A term that is gone: no entry for its source is left. */
  const isGone = (term: GlossaryTerm) => !knownAfter.has(identityOf(term)) && !sourcesAfter.has(term.source)
  return segment => {
    const broken = current
      .check(segment.source, segment.target)
      .filter(({ term }) => !knownBefore.has(identityOf(term)))
      .map(({ message }) => message)
    const unfollowed = new Set(old.check(segment.source, segment.target).map(({ term }) => term.source))
    const dropped = old
      .find(segment.source)
      .filter(term => isGone(term) && !unfollowed.has(term.source))
      .map(term => `The glossary has no entry for “${term.source}” any more; the target follows the old one.`)
    return [...broken, ...dropped]
  }
}

/** Everything about a term but its note, which changes no translation. */
function identityOf({ source, target, forbidden, caseSensitive }: GlossaryTerm): string {
  return JSON.stringify([source, target, [...forbidden].sort(), caseSensitive])
}

function nameImpact(before: Glossary, after: Glossary): FindReasons {
  const old = new Set(before.doNotTranslate)
  const current = new Set(after.doNotTranslate)
  const added = createNameBinder(after.doNotTranslate.filter(name => !old.has(name)))
  const dropped = createNameBinder(before.doNotTranslate.filter(name => !current.has(name)))
  return ({ source, target }) => {
    const named = added.find(source)
    const isUnequal = [...named].sort().join('\n') !== [...added.find(target)].sort().join('\n')
    const kept = dropped.find(source).filter(name => dropped.find(target).includes(name))
    return [
      ...(isUnequal ? [`“${named[0] ?? added.find(target)[0] ?? ''}” is a product name from now on.`] : []),
      ...kept.slice(0, 1).map(name => `“${name}” is no product name any more: it may be translated.`),
    ]
  }
}

/** The target with its labels as the new glossary has them; undefined when they stay. */
function relabel(segment: ImpactSegment, before: Glossary, after: Glossary): Pattern | undefined {
  const { source, target, labels, pagePath } = segment
  if (labels === 'keep') return undefined
  const old = createLabelTable(before.labels, before.doNotTranslate, pagePath)
  const current = createLabelTable(after.labels, after.doNotTranslate, pagePath)
  const kept = applyLabels(target, source, 'keep', old).pattern
  const relabelled = applyLabels(kept, source, labels, current).pattern
  return samePattern(relabelled, applyLabels(kept, source, labels, old).pattern) ? undefined : relabelled
}
