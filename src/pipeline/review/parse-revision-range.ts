import { VersoError } from '../../verso-error.ts'

interface RevisionRange {
  readonly base: string
  readonly head: string
}

/**
 * What a range of Git's history says: `BASE..HEAD`; `REV` is `REV..HEAD`, as is `REV..`; nothing at all is what the last
 * commit brought, a merge's being all of the branch that it merged.
 *
 * @throws VersoError `usage` for a range with three dots
 */
export function parseRevisionRange(range: string): RevisionRange {
  if (range.includes('...')) {
    throw new VersoError(
      'usage',
      `"${range}" has three dots. Give --from-git two revisions with two dots between them: BASE..HEAD.`,
    )
  }
  const [base = '', head = ''] = range.split('..')
  return { base: base === '' ? (head === '' ? 'HEAD^1' : 'HEAD') : base, head: head === '' ? 'HEAD' : head }
}
