import type { CheckTools } from './check-tools.ts'
import type { Finding } from './finding.ts'
import type { PagePair } from './page-pair.ts'

/** One check of a pair of pages: pure, and independent of all others. */
export type Check = (page: PagePair, tools: CheckTools) => Iterable<Finding>
