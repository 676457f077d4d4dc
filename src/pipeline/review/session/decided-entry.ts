import type { Entry } from '../../../catalogue/entry.ts'
import type { Pattern, SegmentState, Syntax } from '../../../model.ts'
import { parseFragment } from '../../../syntax/fragments/parse-fragment.ts'
import { renderFragment } from '../../../syntax/fragments/render-fragment.ts'
import { spellingsOf } from '../../../syntax/fragments/spellings-of.ts'
import { definedOf } from '../../defined-of.ts'
import { approvedEntry } from '../approved-entry.ts'
import type { Decision } from '../review-view.ts'

interface Decided {
  readonly decision: Decision
  readonly source: { readonly fragment: string; readonly pattern: Pattern }
  readonly syntax: Syntax
  readonly target: string | undefined
  readonly state: SegmentState | undefined
}

/**
 * The entry that a decision makes of a segment's. Approving it without a text takes what is proposed; text that a person
 * wrote is theirs, and puts the suggestion aside. What a person wrote of a changed source stays stale until it is
 * approved.
 *
 * @returns undefined for a segment that stays as it is
 */
export function decidedEntry({ decision, source, syntax, target, state }: Decided): Entry | undefined {
  const isConfirmed = decision.state === 'reviewed'
  if (decision.target === undefined && isConfirmed) return approvedEntry(target, state)
  const text = textOf(decision.target, { source, syntax, target })
  const isNew = text !== target
  const { gap, written, previousSource, suggestion, alternatives, origin, score } = state ?? {}
  const taken = isNew && suggestion?.target === text ? suggestion : undefined
  const maker = isNew ? (taken?.origin ?? 'human') : origin
  const sure = isNew ? taken?.score : score
  return {
    target: text,
    state: {
      state: text === undefined ? 'initial' : decision.state,
      ...definedOf({
        origin: maker,
        score: sure,
        previousSource: isConfirmed ? undefined : previousSource,
        suggestion: isConfirmed || isNew ? undefined : suggestion,
        alternatives: isConfirmed || isNew ? undefined : alternatives,
        gap,
        written,
      }),
    },
  }
}

/** A pattern that means what the present target does leaves its bytes alone. */
function textOf(
  wanted: Decision['target'],
  { source, syntax, target }: Pick<Decided, 'source' | 'syntax' | 'target'>,
): string | undefined {
  if (wanted === undefined) return target
  if (typeof wanted === 'string') return wanted.replace(/\s*\n\s*/g, ' ').trim()
  const pattern = trimmed(wanted)
  const present = target === undefined ? undefined : parseFragment(target, syntax, { source: source.pattern })
  if (present !== undefined && meaningOf(present) === meaningOf(pattern)) return target
  return renderFragment(pattern, syntax, spellingsOf(target ?? source.fragment, syntax))
}

/** A segment neither begins nor ends with a space: what stands between segments is the page's. */
function trimmed(pattern: Pattern): Pattern {
  const last = pattern.length - 1
  return pattern
    .map((item, index) => {
      if (typeof item !== 'string') return item
      const start = index === 0 ? item.trimStart() : item
      return index === last ? start.trimEnd() : start
    })
    .filter(item => item !== '')
}

function meaningOf(pattern: Pattern): string {
  return JSON.stringify(
    pattern.map(item => (typeof item === 'string' ? item : [item.form, item.kind, item.id, item.literal])),
  )
}
