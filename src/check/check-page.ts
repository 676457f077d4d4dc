import type { CheckTools } from './check-tools.ts'
import type { Finding } from './finding.ts'
import { pageChecks } from './page-checks.ts'
import type { PagePair } from './page-pair.ts'

/** What all checks say of a pair of pages, in the order of the page; checks whose codes are all off do not run. */
export function checkPage(page: PagePair, tools: CheckTools): readonly Finding[] {
  return pageChecks
    .filter(({ codes }) => codes.some(code => !tools.off.has(code)))
    .flatMap(({ check }) => [...check(page, tools)])
    .filter(({ code }) => !tools.off.has(code))
    .sort((a, b) => a.line - b.line || a.column - b.column)
}
