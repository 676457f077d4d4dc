import { join } from 'node:path'
import { EngineFault } from '../../engine-fault.ts'
import type { Locale } from '../../model.ts'
import { billedCharacters, parseLedger } from '../../translate/ledger.ts'
import { VersoError } from '../../verso-error.ts'
import { readIfThere } from '../files/read-if-there.ts'
import { ledgerFile } from '../ledger/ledger-file.ts'
import { engineNameOf } from '../project/engine-name-of.ts'
import type { Project } from '../project/open-project.ts'
import type { CostReport, ServiceUsage } from './status-report.ts'

/** What the ledgers say was billed, and what DeepL says of the account if it is the project's engine. */
export async function reportCosts(project: Project, locales: readonly Locale[]): Promise<CostReport> {
  const billed = locales.map(locale => {
    const text = readIfThere(join(project.root, ledgerFile(project, locale))) ?? ''
    return [locale, Object.fromEntries(billedCharacters(parseLedger(text), locale))] as const
  })
  const usage = engineNameOf(project, undefined) === 'deepl' ? await askDeepl(project) : undefined
  return { billed: Object.fromEntries(billed), ...(usage === undefined ? {} : { usage }) }
}

/** What is known without DeepL is worth showing when it can't be reached. */
async function askDeepl({ config, environment }: Project): Promise<ServiceUsage | undefined> {
  try {
    const { connectDeepl } = await import('../engines/connect-deepl.ts')
    const connection = connectDeepl(config.engines.deepl, environment)
    const { character } = await connection.call(client => client.getUsage())
    return character === undefined ? undefined : { count: character.count, limit: character.limit }
  } catch (error) {
    if (error instanceof EngineFault || error instanceof VersoError) return { problem: error.message }
    throw error
  }
}
