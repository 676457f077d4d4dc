import type { Locale } from '../../model.ts'
import type { Project } from '../project/open-project.ts'

/** A locale's ledger, from the root: beside its catalogue, so that the team's runs and CI's come together in Git. */
export function ledgerFile({ config }: Pick<Project, 'config'>, locale: Locale): string {
  return `${config.catalogue}/${locale}/ledger.jsonl`
}
