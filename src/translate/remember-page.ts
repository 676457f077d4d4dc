import type { Memory } from './create-memory.ts'
import { type CataloguePage, pairsOfPage } from './pairs-of-page.ts'

/** Enters what one page of the catalogue knows into the memory. */
export function rememberPage(memory: Memory, page: CataloguePage): void {
  for (const pair of pairsOfPage(page)) memory.add(pair)
}
