import type { Locale } from '../../model.ts'
import { VersoError } from '../../verso-error.ts'
import { checkPages } from '../check-run/check-pages.ts'
import type { CheckReport } from '../check-run/check-report.ts'
import { definedOf } from '../defined-of.ts'
import type { Project } from '../project/open-project.ts'
import { diffPages } from '../review/diff-pages.ts'
import type { DiffReport } from '../review/segment-diff.ts'
import type { TranslateReport } from '../run/report.ts'
import type { TranslateOptions } from '../run/translate-options.ts'
import { translatePages } from '../run/translate-pages.ts'
import { openShare } from '../shard/open-share.ts'
import type { Shard } from '../shard/shard.ts'
import type { Share } from '../shard/share.ts'

export interface SyncOptions extends Omit<TranslateOptions, 'dryRun' | 'frozen' | 'share'> {
  /** The part of the pages that is to be done; undefined: all of them. */
  readonly shard?: Shard
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
  const { since, shard, ...rest } = options
  const { locales, pages, frozen, maxCharacters } = options
  // Shared out once: a run changes the files by which that is done.
  const share = shard === undefined ? undefined : await openShare(project, locales, pages, shard)
  const engine = frozen ? ({ engine: 'memory' } as const) : {}
  const translate = await translatePages(project, {
    ...rest,
    ...engine,
    ...definedOf({ share }),
    dryRun: false,
  })
  const check = await checkPages(project, locales, pages, { share })
  const diffs: DiffReport[] = []
  for (const locale of locales) diffs.push(await diffOf(project, { locale, args: pages, share }, since))
  const cap = Number.isFinite(maxCharacters) ? { maxCharacters } : {}
  return { frozen, ...cap, ...definedOf({ shard }), translate, check, diffs }
}

async function diffOf(
  project: Project,
  what: { readonly locale: Locale; readonly args: readonly string[]; readonly share: Share | undefined },
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
