import * as z from 'zod'
import { targetSchema } from './target-schema.ts'

const request = z.strictObject({ page: z.string(), index: z.int().nonnegative(), target: targetSchema })

/** The target that the page asks to be checked, or undefined when the request is not of that shape. */
export function parseCheck(body: unknown): z.infer<typeof request> | undefined {
  return request.safeParse(body).data
}
