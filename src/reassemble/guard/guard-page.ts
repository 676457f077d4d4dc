import { diagnosticCodes } from '../../diagnostic-codes.ts'
import type { Diagnostic, Locale, PageFormat, Skeleton } from '../../model.ts'
import { complexityOf, maxComplexity } from '../../syntax/inlines/complexity-of.ts'
import { textRulesOf } from '../shape/text-rules-of.ts'
import type { Targets } from '../write/targets.ts'
import { slotsOf } from '../write/unit-slot.ts'
import { codeInventory } from './code-inventory.ts'
import { compareInventories, type InventoryDifference } from './compare-inventories.ts'
import { createPieceGuard } from './create-piece-guard.ts'
import { groupByPart } from './group-by-part.ts'
import { createGuardMemory } from './guard-memory.ts'
import { pagePieces } from './page-piece.ts'
import { type TargetGroup, targetGroups } from './target-group.ts'

export interface GuardInput {
  /** The source page, slugs and stems filled in, and its skeleton. */
  readonly source: string
  readonly skeleton: Skeleton
  /** Parallel to `segmentsOf(skeleton)`; undefined where the source stands. */
  readonly targets: Targets
  /** Indexes of segments whose targets are a person's: their codes may be others than the source's, and that is told. */
  readonly confirmed?: ReadonlySet<number>
  readonly format: PageFormat
  /** The source page's file, for diagnostics. */
  readonly file: string
  /** The target locale. */
  readonly locale: Locale
}

export interface GuardedPage {
  readonly text: string
  /** Indexes of the segments whose targets are not on the page, ascending: the source stands there. */
  readonly rejected: readonly number[]
  readonly diagnostics: readonly Diagnostic[]
  /** Findings about targets that are on the page though their codes are others than the source's. */
  readonly kept: readonly Diagnostic[]
}

/**
 * A page with its translations, bar those that would change its structure (law 2) or its codes (law 3): for these the
 * source stands, and a diagnostic says why. All segments of a unit stand or fall together, since one may say what
 * another does.
 *
 * The page that comes back has been parsed and compared with its source, a page without translations excepted.
 *
 * @param memory of the same skeleton: what it holds is not worked out again
 */
export function guardPage(input: GuardInput, memory = createGuardMemory()): GuardedPage {
  const { source, skeleton, targets, confirmed = new Set() } = input
  const slots = slotsOf(skeleton)
  const groups = targetGroups(slots, targets)
  const diagnostics: Diagnostic[] = []
  const free = new Map<TargetGroup, Diagnostic>()
  const refused: TargetGroup[] = []
  const refuse = (group: TargetGroup, code: 'structure-changed' | 'codes-changed', message: string): void => {
    refused.push(group)
    diagnostics.push(diagnosticFor(input, group, code, message))
  }
  const isFree = (group: TargetGroup): boolean =>
    group.indexes.some(index => confirmed.has(index) && targets[index] !== undefined)
  const sound = groups.filter(group => {
    if (textsOf(group, targets).some(text => complexityOf(text) > maxComplexity)) {
      refuse(group, 'structure-changed', structureMessage)
      return false
    }
    const difference = compareCodes(group, targets)
    if (difference === undefined) return true
    if (!isFree(group)) refuse(group, 'codes-changed', codesMessage(difference, 'refused'))
    else free.set(group, diagnosticFor(input, group, 'codes-changed', codesMessage(difference, 'kept')))
    return isFree(group)
  })
  const done = (text: string): GuardedPage => ({
    text,
    rejected: refused.flatMap(group => changedIn(group, targets)).sort((a, b) => a - b),
    diagnostics: diagnostics.sort(inPageOrder),
    kept: [...free].flatMap(([group, found]) => (refused.includes(group) ? [] : [found])).sort(inPageOrder),
  })
  if (sound.length === 0) return done(source)
  const written = skeleton.parts.map(({ raw }) => raw)
  const { format } = input
  const rules = textRulesOf(skeleton)
  const { guard, write } = createPieceGuard({ skeleton, slots, rules, format, isFree, memory })
  for (const piece of pagePieces(skeleton, format)) {
    const own = sound.filter(({ part }) => part >= piece.from && part < piece.to)
    if (own.length === 0) continue
    const { accepted, rejected } = guard(piece, own, targets)
    for (const group of rejected) refuse(group, 'structure-changed', structureMessage)
    for (const [part, own] of groupByPart(accepted)) written[part] = write(part, own, targets)
  }
  return done(written.join(''))
}

function inPageOrder(a: Diagnostic, b: Diagnostic): number {
  return a.line - b.line || a.column - b.column
}

const structureMessage =
  'The translation changes the structure of the page, so that the source stands there. Correct it in the catalogue.'

function codesMessage({ missing, added }: InventoryDifference, outcome: 'refused' | 'kept'): string {
  const lists = [
    missing.length > 0 ? `lacks ${listed(missing)}` : '',
    added.length > 0 ? `has ${listed(added)} beyond its source` : '',
  ]
  const difference = `The translation ${lists.filter(list => list !== '').join(' and ')}`
  return outcome === 'refused'
    ? `${difference}, so that the source stands there. Correct it in the catalogue.`
    : `${difference}. A person wrote it, and it stays: put this right on the page or in the catalogue, or suppress the finding if it is meant.`
}

function listed(codes: readonly string[]): string {
  const shown = codes.slice(0, 3).map(code => `\`${code}\``)
  return codes.length > 3 ? `${shown.join(', ')} and ${codes.length - 3} more` : shown.join(', ')
}

/** The texts of a group as they are going to be. */
function textsOf({ segments, indexes }: TargetGroup, targets: Targets): readonly string[] {
  return segments.map(({ fragment }, at) => targets[indexes[at] ?? -1] ?? fragment)
}

function changedIn({ segments, indexes }: TargetGroup, targets: Targets): readonly number[] {
  return indexes.filter((index, at) => {
    const target = targets[index]
    return target !== undefined && target !== segments[at]?.fragment
  })
}

/** Law 3 for a unit: a code may move from one of its sentences to another. */
function compareCodes(group: TargetGroup, targets: Targets): InventoryDifference | undefined {
  const { unit, segments } = group
  const source = segments.flatMap(({ pattern }) => pattern)
  const inventory = (texts: readonly string[]): readonly string[] =>
    texts.flatMap(text => codeInventory(text, unit.syntax, source))
  return compareInventories(
    inventory(segments.map(({ fragment }) => fragment)),
    inventory(textsOf(group, targets)),
  )
}

function diagnosticFor(
  { targets, file, locale }: GuardInput,
  group: TargetGroup,
  code: 'structure-changed' | 'codes-changed',
  message: string,
): Diagnostic {
  const [index] = changedIn(group, targets)
  const segment = group.segments[group.indexes.indexOf(index ?? -1)]
  const { line, column } = segment?.position ?? group.unit.position
  return {
    code,
    severity: diagnosticCodes[code],
    message,
    file,
    line,
    column,
    locale,
    ...(segment === undefined ? {} : { key: segment.key }),
  }
}
