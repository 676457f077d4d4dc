import type { Diagnostic } from '../model.ts'
import type { Suppression } from './suppression.ts'

/** The comment of a file that silences a finding in it, if there is one. */
export function findSilencer(
  comments: readonly Suppression[],
  { code, line }: Diagnostic,
): Suppression | undefined {
  return comments.find(
    comment =>
      comment.code === code && comment.reason !== '' && line >= comment.first && line <= comment.last,
  )
}
