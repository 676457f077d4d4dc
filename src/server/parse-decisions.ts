import * as z from 'zod'
import type { Decision } from '../pipeline/review/review-view.ts'
import { targetSchema } from './target-schema.ts'

const decision = z.strictObject({
  index: z.int().nonnegative(),
  key: z.string(),
  version: z.string(),
  target: targetSchema.optional(),
  state: z.enum(['translated', 'reviewed']),
})

const request = z.strictObject({ page: z.string(), decisions: z.array(decision).min(1) })

/** What the page asks to be saved, or undefined when it is not of that shape. */
export function parseDecisions(
  body: unknown,
): { readonly page: string; readonly decisions: readonly Decision[] } | undefined {
  const parsed = request.safeParse(body)
  if (!parsed.success) return undefined
  const { page, decisions } = parsed.data
  return {
    page,
    decisions: decisions.map(({ target, ...rest }) => ({
      ...rest,
      ...(target === undefined ? {} : { target }),
    })),
  }
}
