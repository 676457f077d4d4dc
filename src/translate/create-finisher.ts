import type { LabelPolicy } from '../config/config.ts'
import { diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic, Glossary, Locale, Pattern, Segment, Unit } from '../model.ts'
import { parseFragment } from '../syntax/fragments/parse-fragment.ts'
import { renderFragment } from '../syntax/fragments/render-fragment.ts'
import { spellingsOf } from '../syntax/fragments/spellings-of.ts'
import { applyTypography } from '../syntax/typography.ts'
import { applyLabels } from './apply-labels.ts'
import type { LabelTable } from './create-label-table.ts'
import type { MemoryMatch } from './create-memory.ts'
import { createTargetChecker, type TargetFinding } from './create-target-checker.ts'
import { samePattern } from './same-pattern.ts'

/** A segment in its page, with what holds for that page. */
export interface Spot {
  readonly file: string
  readonly segment: Segment
  readonly unit: Unit
  readonly policy: LabelPolicy
  readonly labels: LabelTable
}

export interface FinishedTarget {
  /** The fragment to store; undefined when the text can't be written without changing the segment's codes. */
  readonly target: string | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** What to tell an engine about glossary terms that the target misses. */
  readonly complaints: readonly string[]
}

/** The last steps between a translated pattern and the fragment that is stored. */
export interface Finisher {
  /** A real engine's pattern: typography, labels, escapes, checks. */
  fromEngine(spot: Spot, pattern: Pattern): FinishedTarget
  /** A memory match: as an engine's, but what a person confirmed keeps its bytes wherever it can. */
  fromMemory(spot: Spot, match: MemoryMatch): FinishedTarget
  diagnostic(spot: Spot, code: keyof typeof diagnosticCodes, message: string): Diagnostic
}

export function createFinisher(glossary: Glossary, source: Locale, target: Locale): Finisher {
  const check = createTargetChecker(glossary, source, target)

  function diagnostic(spot: Spot, code: keyof typeof diagnosticCodes, message: string): Diagnostic {
    const { line, column } = spot.segment.position
    const { key } = spot.segment
    return {
      code,
      severity: diagnosticCodes[code],
      message,
      file: spot.file,
      line,
      column,
      locale: target,
      key,
    }
  }

  function withChecks(
    spot: Spot,
    text: string,
    pattern: Pattern,
    untranslated: readonly string[],
  ): FinishedTarget {
    const findings = check(spot.segment.pattern, pattern, spot.labels)
    return {
      target: findings.some(({ code }) => code === 'codes-changed') ? undefined : text,
      complaints: findings.flatMap(({ instruction }) => instruction ?? []),
      diagnostics: [
        ...findings.map((finding: TargetFinding) => diagnostic(spot, finding.code, finding.message)),
        ...untranslated.map(label =>
          diagnostic(
            spot,
            'label-untranslated',
            `The glossary has no translation of the label “${label}”. Add it under \`labels\`.`,
          ),
        ),
      ],
    }
  }

  /** Text next to a code may read as markup only once it is written: what counts is what is read back. */
  function write(spot: Spot, pattern: Pattern): { readonly text: string; readonly read: Pattern } {
    const { segment, unit } = spot
    if (samePattern(pattern, segment.pattern)) return { text: segment.fragment, read: segment.pattern }
    const text = renderFragment(pattern, unit.syntax, spellingsOf(segment.fragment, unit.syntax))
    return { text, read: parseFragment(text, unit.syntax, { source: segment.pattern }) }
  }

  /** Whether a stored target means the same where it is going to stand. */
  function readsTheSame({ segment, unit }: Spot, match: MemoryMatch, stored: Pattern): boolean {
    if (match.syntax === unit.syntax) return true
    return samePattern(parseFragment(match.target, unit.syntax, { source: segment.pattern }), stored)
  }

  return {
    diagnostic,

    fromEngine(spot, pattern) {
      const typeset = applyTypography(pattern, source, target)
      const labelled = applyLabels(typeset, spot.segment.pattern, spot.policy, spot.labels)
      const { text, read } = write(spot, labelled.pattern)
      return withChecks(spot, text, read, labelled.untranslated)
    },

    fromMemory(spot, match) {
      const stored = parseFragment(match.target, match.syntax, { source: spot.segment.pattern })
      const isConfirmed = match.state === 'reviewed' || match.state === 'final'
      const typeset = isConfirmed ? stored : applyTypography(stored, source, target)
      const labelled = applyLabels(typeset, spot.segment.pattern, spot.policy, spot.labels)
      const isAsStored = samePattern(labelled.pattern, stored) && readsTheSame(spot, match, stored)
      const { text, read } = isAsStored ? { text: match.target, read: stored } : write(spot, labelled.pattern)
      return withChecks(spot, text, read, labelled.untranslated)
    },
  }
}
