import type { PageFile } from '../../config/page-file.ts'
import type { Locale } from '../../model.ts'
import type { Project } from '../project/open-project.ts'
import { keysOf } from '../run/keys-of.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'
import { parseRevisionRange } from './parse-revision-range.ts'
import { earlierTargets } from './revision/earlier-targets.ts'

/**
 * The segments whose targets a range of Git's history changed, and which are still what they were at its end: source
 * and target alike. What was changed since then, or is not committed, nobody read there.
 *
 * @param range as `parseRevisionRange` reads it
 * @returns the keys of a page's
 * @throws VersoError `usage` for a revision that can't be read
 */
export async function mergedKeys(
  project: Project,
  locale: Locale,
  pages: readonly PageFile[],
  range: string,
): Promise<(target: TargetInHand) => ReadonlySet<string>> {
  const { base, head } = parseRevisionRange(range)
  const targetsAtBase = await earlierTargets(project, locale, pages, base)
  const targetsAtHead = await earlierTargets(project, locale, pages, head)
  return target => {
    const before = targetsAtBase(target).page.targets
    const after = targetsAtHead(target)
    const { targets } = target.entries
    const isMerged = (key: string, source: string | undefined) => {
      const text = after.page.targets.get(key)
      return (
        text !== undefined &&
        text !== before.get(key) &&
        text === targets.get(key) &&
        source !== undefined &&
        after.sources.has(source)
      )
    }
    const keys = keysOf(target)
    return new Set(keys.filter((key, index) => isMerged(key, target.page.segments[index]?.fragment)))
  }
}
