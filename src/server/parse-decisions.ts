import { z } from 'zod'
import type { Code } from '../model.ts'
import type { Decision } from '../pipeline/review/review-view.ts'

const kinds = [
  'emphasis',
  'strong',
  'delete',
  'link',
  'tag',
  'label',
  'code',
  'url',
  'email',
  'image',
  'footnote',
  'break',
  'math',
  'variable',
  'attributes',
  'reference',
  'name',
] as const satisfies readonly Code['kind'][]

const code = z.strictObject({
  type: z.literal('code'),
  form: z.enum(['open', 'close', 'standalone']),
  kind: z.enum(kinds),
  id: z.int().positive(),
  literal: z.string().min(1),
})

const decision = z.strictObject({
  index: z.int().nonnegative(),
  key: z.string(),
  version: z.string(),
  target: z.union([z.string(), z.array(z.union([z.string(), code]))]).optional(),
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
