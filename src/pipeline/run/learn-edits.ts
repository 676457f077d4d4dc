import { rewriteLinks } from '../../syntax/rewrite-links.ts'
import { syntaxOf } from '../project/syntax-of.ts'
import type { LocaleRun } from './locale-run.ts'
import type { TargetInHand } from './page-in-hand.ts'

/** What a person wrote on one page is memory for all others, once. */
export function learnEdits(run: LocaleRun, target: TargetInHand): void {
  const { page } = target.page.file
  if (run.learnt.has(page)) return
  run.learnt.add(page)
  const sources = new Map(
    target.page.segments.map(({ key, fragment }) => [key, rewriteLinks(fragment, run.links)]),
  )
  run.filler.learn({ sources, targets: target.entries, syntaxOf })
}
