import type { DiffReport } from '../../pipeline/review/segment-diff.ts'

/** `3 segments on 2 pages` */
export function countDiffs({ pages }: DiffReport): string {
  const segments = pages.reduce((sum, { diffs }) => sum + diffs.length, 0)
  return `${segments} segment${segments === 1 ? '' : 's'} on ${pages.length} page${pages.length === 1 ? '' : 's'}`
}
