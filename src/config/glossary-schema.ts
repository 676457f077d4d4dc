import * as z from 'zod'
import { strictMapping } from './strict-mapping.ts'

/** A section whose entries are all commented out is an empty one. */
function list<Item extends z.ZodType>(item: Item) {
  return z.preprocess(value => value ?? [], z.array(item))
}

const sections = {
  terms: list(
    strictMapping({
      source: z.string(),
      target: z.string(),
      forbidden: z.array(z.string()).prefault([]),
      caseSensitive: z.boolean().prefault(false),
      note: z.string().exactOptional(),
    }),
  ),
  doNotTranslate: list(z.string()),
}

const label = strictMapping({ source: z.string(), target: z.string(), pages: z.string().exactOptional() })

/**
 * The schemas of `locales/<locale>/glossary.yaml`, whose `labels` are a list of entries or a mapping of source labels
 * to target labels. What is wrong with a text itself is for `parseGlossary` to say.
 */
export const glossarySchema = {
  listed: strictMapping({ ...sections, labels: list(label) }),
  mapped: strictMapping({ ...sections, labels: z.record(z.string(), z.string()) }),
}
