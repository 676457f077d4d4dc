import * as z from 'zod'

const request = z.strictObject({ id: z.string() })

/** Which decision the page asks to be undone, or undefined when the request is not of that shape. */
export function parseUndo(body: unknown): string | undefined {
  return request.safeParse(body).data?.id
}
