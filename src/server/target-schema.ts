import * as z from 'zod'
import type { Code } from '../model.ts'

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

/** A target as the page sends it: a pattern from the editor, or a fragment. */
export const targetSchema = z.union([z.string(), z.array(z.union([z.string(), code]))])
