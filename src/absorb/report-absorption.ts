import { type DiagnosticCode, diagnosticCodes } from '../diagnostic-codes.ts'
import type { Diagnostic, Locale, Position } from '../model.ts'
import type { Conflict, Edit, Removed, Unaligned } from './absorption.ts'

/** What of an absorption is told. */
export interface Findings {
  readonly edits?: readonly Edit[]
  readonly conflicts?: readonly Conflict[]
  readonly unaligned?: readonly Unaligned[]
  readonly removed?: readonly Removed[]
  /** Where source and page both changed verbatim text: the position of what follows it. */
  readonly gapConflicts?: readonly Position[]
  /** Text whose source is gone, on a page that is patched. */
  readonly obsolete?: readonly Unaligned[]
  /** Where the page diverges, when it did not before. */
  readonly divergedAt?: Position | undefined
}

interface Told {
  readonly code: DiagnosticCode
  readonly position: Position
  readonly message: string
  readonly key?: string
}

/**
 * The diagnostics of a page's hand edits, in page order. An edit that is in conflict is told as that alone.
 *
 * @param file of the target page
 */
export function reportAbsorption(findings: Findings, file: string, locale: Locale): readonly Diagnostic[] {
  return toldOf(findings)
    .map(({ code, position: { line, column }, message, key }): Diagnostic => {
      const place = { code, severity: diagnosticCodes[code], message, file, line, column, locale }
      return key === undefined ? place : { ...place, key }
    })
    .sort((a, b) => a.line - b.line || a.column - b.column)
}

const gapConflict =
  'What stands before this text (an image, a link, code, front matter) was edited by hand and changed in the source as well: the page keeps its own. Compare it with the source.'

const divergence =
  'At this text or before it, more than translations was edited by hand: the page is patched from now on and never written anew. Nothing needs to be done.'

function toldOf(findings: Findings): readonly Told[] {
  const {
    edits = [],
    conflicts = [],
    unaligned = [],
    removed = [],
    obsolete = [],
    gapConflicts = [],
  } = findings
  const inConflict = new Set(conflicts.map(({ index }) => index))
  return [
    ...(findings.divergedAt === undefined
      ? []
      : [{ code: 'page-diverged', position: findings.divergedAt, message: divergence } as const]),
    ...edits
      .filter(({ index }) => index === undefined || !inConflict.has(index))
      .map(
        (edit): Told => ({
          ...at(edit),
          code: edit.isNew ? 'hand-edit-conflict' : 'hand-edit-taken',
          message: messageOfEdit(edit),
        }),
      ),
    ...conflicts.flatMap((conflict): readonly Told[] =>
      // Where the catalogue has another text, both are kept, and that is told until a person decides.
      conflict.with === 'catalogue'
        ? []
        : [
            {
              ...at(conflict),
              code: 'hand-edit-conflict',
              message: messageOfConflict(conflict, conflict.with),
            },
          ],
    ),
    ...gapConflicts.map((position): Told => ({ code: 'hand-edit-conflict', position, message: gapConflict })),
    ...unaligned.map(
      ({ raw, position }): Told => ({
        code: 'hand-edit-unaligned',
        position,
        message: `${quote(raw)} was not found to translate anything of the source: it stays on the page as it is. Add it to the source if other languages need it.`,
      }),
    ),
    ...removed.map(
      (one): Told => ({
        ...at(one),
        code: 'hand-edit-removed',
        message: `The translation of ${quote(one.source)} was taken off the page before here: it is not put back. Remove it from the source if no language needs it.`,
      }),
    ),
    ...obsolete.map(
      ({ raw, position }): Told => ({
        code: 'removal-proposed',
        position,
        message: `The source of ${quote(raw)} is gone. Remove this text as well, unless the page is to keep it.`,
      }),
    ),
  ]
}

function at({ position, key }: Edit | Conflict | Removed): Pick<Told, 'position' | 'key'> {
  return { position, key }
}

function messageOfEdit({ target, previous, source, codes, isNew }: Edit): string {
  if (isNew)
    return `The source has ${quote(source)} since the last run, and the page has this text at its place: it is the translation from now on. Check that it is.`
  if (target === '') {
    return `${quote(previous ?? source)} was taken out of this text by hand: its translation is empty from now on. Put it back here if it is needed.`
  }
  const taken = `The text edited by hand is the translation of ${quote(source)} from now on.`
  if (codes === 'kept') return taken
  return `${taken} It has other links, images, labels or code than before: check that this is meant.`
}

function messageOfConflict({ source, target }: Conflict, other: 'source' | 'removal'): string {
  const kept =
    target.page === ''
      ? 'it was taken out of the page by hand'
      : `the page says ${quote(target.page)}, edited by hand`
  const written = quote(target.catalogue ?? source.before)
  switch (other) {
    case 'source':
      return `The source changed from ${quote(source.before)} to ${quote(source.now ?? '')}, and in place of ${written} ${kept}: the edit is kept. Check that it says what the source says now.`
    case 'removal':
      return `The source ${quote(source.before)} is gone, and in place of ${written} ${kept}: the edit is kept. Remove it from the page if it is not needed.`
  }
}

/** At most so many characters of a text are told. */
const longest = 120

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line.slice(0, 2 * longest + 2)]
  return characters.length > longest ? `“${characters.slice(0, longest).join('')}…”` : `“${line}”`
}
