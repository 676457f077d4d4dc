import type { Locale } from '../../model.ts'
import { VersoError } from '../../verso-error.ts'
import { checkPages } from '../check-run/check-pages.ts'
import type { CheckReport } from '../check-run/check-report.ts'
import type { Project } from '../open-project.ts'
import { diffPages } from '../review/diff-pages.ts'
import type { DiffReport } from '../review/segment-diff.ts'
import type { TranslateReport } from '../run/report.ts'
import type { TranslateOptions } from '../run/translate-options.ts'
import { translatePages } from '../run/translate-pages.ts'
import type { Shard } from '../shard-pages.ts'

export interface SyncOptions extends Omit<TranslateOptions, 'dryRun' | 'frozen'> {
  /** Writes nothing and sends nothing: everything must be up to date. */
  readonly frozen: boolean
  /** The Git revision that the segment diff is taken from; undefined: `HEAD`, where there is one. */
  readonly since: string | undefined
}

export interface SyncReport {
  readonly frozen: boolean
  /** The cap of the run, in characters; missing without one. */
  readonly maxCharacters?: number
  /** The part of the pages that the run was about; missing: all. */
  readonly shard?: Shard
  readonly translate: TranslateReport
  readonly check: CheckReport
  /** One a locale. */
  readonly diffs: readonly DiffReport[]
}

/**
 * Brings the localised pages up to their sources and checks them: for CI. The segment diff is what a reviewer of the pull
 * request has to read: what is another than in the revision, or without Git, all that is open.
 *
 * @throws VersoError for faults of use, configuration or the environment
 */
export async function syncPages(project: Project, options: SyncOptions): Promise<SyncReport> {
  const { since, ...rest } = options
  const { locales, pages, frozen, maxCharacters, shard } = options
  const engine = frozen ? ({ engine: 'memory' } as const) : {}
  const translate = await translatePages(project, { ...rest, ...engine, dryRun: false })
  const check = await checkPages(project, locales, pages, { shard })
  const diffs: DiffReport[] = []
  for (const locale of locales) diffs.push(await diffOf(project, { locale, args: pages, shard }, since))
  const cap = Number.isFinite(maxCharacters) ? { maxCharacters } : {}
  const part = shard === undefined ? {} : { shard }
  return { frozen, ...cap, ...part, translate, check, diffs }
}

async function diffOf(
  project: Project,
  what: { readonly locale: Locale; readonly args: readonly string[]; readonly shard: Shard | undefined },
  since: string | undefined,
): Promise<DiffReport> {
  if (since !== undefined) return diffPages(project, { ...what, since })
  try {
    return await diffPages(project, { ...what, since: 'HEAD' })
  } catch (error) {
    // Without Git, without a commit: a first run on a folder of files.
    if (error instanceof VersoError && error.kind === 'usage') return diffPages(project, what)
    throw error
  }
}
