import { join } from 'node:path'
import type { EngineName, Locale } from '../../model.ts'
import type { AskTotals } from '../../translate/ask/create-requester.ts'
import { formatLedger, type Ledger, parseLedger, recordRun } from '../../translate/ledger.ts'
import { readIfThere } from '../files/read-if-there.ts'
import type { RunFiles } from '../run/run-tools.ts'
import { ledgerFile } from './ledger-file.ts'

/**
 * Keeps a run's line of the ledger up to date: to be called after every answer, so that a run that is killed has what it
 * was billed on record. Engines that bill nothing leave no trace.
 *
 * @param written told the ledger's name once it is written
 */
export function createBookkeeper(
  { project, writeFile }: RunFiles,
  locale: Locale,
  engine: EngineName,
  written: Set<string>,
): (totals: AskTotals) => void {
  const file = ledgerFile(project, locale)
  const path = join(project.root, file)
  let ledger: Ledger | undefined
  let run = ''
  return ({ requests, sentCharacters, billedCharacters }) => {
    if (engine === 'draft' || engine === 'identity' || engine === 'pseudo') return
    ledger ??= parseLedger(readIfThere(path) ?? '')
    run ||= `${new Date().toISOString().replace(/\.\d+/, '')} ${process.pid}`
    ledger = recordRun(ledger, { run, locale, engine, requests, sentCharacters, billedCharacters })
    writeFile(path, formatLedger(ledger))
    written.add(file)
  }
}
