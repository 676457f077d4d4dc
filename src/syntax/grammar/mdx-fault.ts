/** Why a page has no tree: it is no valid MDX. */
export interface MdxFault {
  readonly type: 'fault'
  readonly message: string
  readonly line: number
  readonly column: number
}

/** The fault that an error of the MDX parser stands for; any other error is thrown on. */
export function mdxFault(error: unknown): MdxFault {
  const { reason, line, column } = error as { reason?: string; line?: number; column?: number }
  if (reason === undefined) throw error
  return { type: 'fault', message: reason, line: line ?? 1, column: column ?? 1 }
}
