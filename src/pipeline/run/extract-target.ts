import { extractOptions } from '../project/extract-options.ts'
import type { Extraction } from '../work/page-work.ts'
import type { TargetInHand } from './page-in-hand.ts'
import type { RunTools } from './run-tools.ts'

/** Takes a text of a target page apart. */
export function extractTarget(
  { project, work }: RunTools,
  { page, locale }: Pick<TargetInHand, 'page' | 'locale'>,
  text: string,
): Promise<Extraction> {
  return work.extract(text, extractOptions(project.config, page.file, locale))
}
