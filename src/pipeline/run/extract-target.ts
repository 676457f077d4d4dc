import type { Extraction } from '../work/page-work.ts'
import type { TargetInHand } from './page-in-hand.ts'
import type { RunTools } from './run-tools.ts'

/** Takes a text of a target page apart. */
export function extractTarget(
  { project, work }: RunTools,
  { file, locale }: Pick<TargetInHand, 'file' | 'locale'>,
  text: string,
): Promise<Extraction> {
  const { frontMatter, attributes } = project.config
  return work.extract(text, { file, locale, mdx: file.endsWith('.mdx'), frontMatter, attributes })
}
