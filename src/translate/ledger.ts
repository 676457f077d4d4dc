import type { EngineName, Locale } from '../model.ts'

/** What one run cost in one locale. Without a date: the file's history has it, and equal runs stay equal bytes. */
export interface LedgerEntry {
  /** Tells runs apart: any text that no other run has. */
  readonly run: string
  readonly locale: Locale
  readonly engine: EngineName
  readonly requests: number
  /** Characters of the texts that were sent. */
  readonly sentCharacters: number
  /** Characters that the service says it billed. */
  readonly billedCharacters: number
}

/** All runs in the order in which they were recorded. Lines that can't be read are kept as they are. */
export interface Ledger {
  readonly lines: readonly (LedgerEntry | string)[]
}

/** Reads a ledger: one JSON object a line, as `formatLedger` writes it. */
export function parseLedger(text: string): Ledger {
  return {
    lines: text
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(parseLine),
  }
}

export function formatLedger({ lines }: Ledger): string {
  return lines.map(line => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
}

/**
 * The ledger with what a run has cost so far: called after every request, it replaces what it said of the run before.
 * A run that sent nothing leaves no trace.
 */
export function recordRun(ledger: Ledger, entry: LedgerEntry): Ledger {
  if (entry.requests === 0) return ledger
  const isSame = (line: LedgerEntry | string) =>
    typeof line !== 'string' &&
    line.run === entry.run &&
    line.locale === entry.locale &&
    line.engine === entry.engine
  const { run, locale, engine, requests, sentCharacters, billedCharacters } = entry
  const ordered = { run, locale, engine, requests, sentCharacters, billedCharacters }
  if (!ledger.lines.some(isSame)) return { lines: [...ledger.lines, ordered] }
  return { lines: ledger.lines.map(line => (isSame(line) ? ordered : line)) }
}

/** Characters billed so far in a locale, by engine. */
export function billedCharacters(ledger: Ledger, locale: Locale): ReadonlyMap<EngineName, number> {
  const billed = new Map<EngineName, number>()
  for (const line of ledger.lines) {
    if (typeof line === 'string' || line.locale !== locale) continue
    billed.set(line.engine, (billed.get(line.engine) ?? 0) + line.billedCharacters)
  }
  return billed
}

function parseLine(line: string): LedgerEntry | string {
  try {
    const value: unknown = JSON.parse(line)
    return isEntry(value) ? value : line
  } catch {
    return line
  }
}

function isEntry(value: unknown): value is LedgerEntry {
  if (typeof value !== 'object' || value === null) return false
  const {
    run,
    locale,
    engine,
    requests,
    sentCharacters,
    billedCharacters: billed,
  } = value as Partial<LedgerEntry>
  const areTexts = [run, locale, engine].every(item => typeof item === 'string')
  return areTexts && [requests, sentCharacters, billed].every(item => typeof item === 'number' && item >= 0)
}
