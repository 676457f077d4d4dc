import type { Diagnostic, Skeleton } from '../model.ts'

export interface Extraction {
  readonly skeleton: Skeleton
  readonly diagnostics: readonly Diagnostic[]
}
