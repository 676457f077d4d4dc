import type { Entry } from '../../catalogue/entry.ts'
import type { DiagnosticCode } from '../../diagnostic-codes.ts'
import { assembleTarget } from '../../exchange/assemble-target.ts'
import type { ImportedText, ImportedUnit } from '../../exchange/imported-unit.ts'
import { targetDigest } from '../../exchange/target-digest.ts'
import type { Pattern, SegmentState } from '../../model.ts'
import { renderFragment } from '../../syntax/fragments/render-fragment.ts'
import { spellingsOf } from '../../syntax/fragments/spellings-of.ts'
import type { LabelTable } from '../../translate/create-label-table.ts'
import type { TargetChecker } from '../../translate/create-target-checker.ts'
import type { PlacedUnit } from './exchange-units.ts'

/** What an imported unit comes to for a segment: a new entry, nothing, or a reason to leave the segment alone. */
export type ImportStep =
  | { readonly type: 'entry'; readonly entry: Entry; readonly warnings: readonly ImportFinding[] }
  | { readonly type: 'same' }
  | { readonly type: 'refused'; readonly finding: ImportFinding }

export interface ImportFinding {
  readonly code: DiagnosticCode
  readonly message: string
}

interface Tools {
  readonly check: TargetChecker
  readonly labels: LabelTable
}

/**
 * Decides what becomes of a unit that another tool gives back. A segment whose source changed since, whose target a
 * person changed since, or that is locked stays as it is: nothing that somebody did is written over.
 *
 * @param before the segment's state in the catalogue
 */
export function planImport(
  imported: ImportedUnit,
  unit: PlacedUnit,
  before: SegmentState | undefined,
  { check, labels }: Tools,
): ImportStep {
  if (!isSameText(imported.source, unit.source)) {
    return refused('import-outdated', 'The source of this segment changed since the export')
  }
  const pattern = assembleTarget(imported.target, unit.source)
  if (pattern === undefined) return refused('codes-changed', 'An inline code of the target is unknown')
  const fragment = renderFragment(pattern, unit.syntax, spellingsOf(unit.segment.fragment, unit.syntax))
  const isSame = fragment === unit.fragment
  if (isSame && imported.state === unit.state) return { type: 'same' }
  const conflict = conflictOf(imported, unit, isSame)
  if (conflict !== undefined) return refused('import-conflict', conflict)
  const findings = check(unit.segment.pattern, pattern, labels)
  const broken = findings.find(({ code }) => code === 'codes-changed')
  if (broken !== undefined) return refused('codes-changed', broken.message.replace(/\.$/, ''))
  return {
    type: 'entry',
    warnings: findings.map(({ code, message }) => ({ code, message })),
    entry: {
      target: fragment,
      state: {
        state: imported.state,
        origin: isSame && before?.origin !== undefined ? before.origin : 'human',
        ...(before?.gap === undefined ? {} : { gap: before.gap }),
        ...(before?.written === undefined ? {} : { written: before.written }),
      },
    },
  }
}

function refused(code: DiagnosticCode, reason: string): ImportStep {
  return { type: 'refused', finding: { code, message: `${reason}: it is left as it is.` } }
}

function conflictOf(imported: ImportedUnit, unit: PlacedUnit, isSame: boolean): string | undefined {
  if (unit.state === 'final' && !isSame) return 'The segment is final: nobody changes it any more'
  if (imported.exported !== undefined) {
    return imported.exported === targetDigest(unit.target) || isSame
      ? undefined
      : 'Its target was changed since the export'
  }
  return unit.state === 'reviewed' && !isSame ? 'A person reviewed another target' : undefined
}

/** Texts are compared with their white space made single, and codes by their Markdown where the file gives it. */
function isSameText(imported: ImportedText, pattern: Pattern): boolean {
  const plain = (items: readonly (string | { readonly literal: string | undefined })[]) =>
    items
      .map(item => (typeof item === 'string' ? item : (item.literal ?? '\u0000')))
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
  return plain(imported) === plain(pattern)
}
