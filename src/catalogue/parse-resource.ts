import type { Diagnostic, ForeignLine } from '../model.ts'
import { encodingFault } from './encoding-fault.ts'
import { invalidCatalogue } from './invalid-catalogue.ts'
import type { Resource } from './resource.ts'
import { scanJsonObject } from './scan-json-object.ts'
import { serialiseResource } from './serialise-resource.ts'

export type ParsedResource =
  | { readonly type: 'resource'; readonly resource: Resource }
  | { readonly type: 'invalid'; readonly diagnostic: Diagnostic }

/**
 * Reads an i18next resource, a flat JSON object, without losing anything of it: `serialiseResource` gives a file of
 * its own making back byte for byte, foreign entries and the order of all keys included.
 *
 * @param text undefined for a file that does not exist: an empty resource
 * @returns the resource, or the `catalogue-invalid` diagnostic of a file that is not UTF-8, not one JSON object or has two texts
 *   under one key
 */
export function parseResource(text: string | undefined, file: string): ParsedResource {
  if (text === undefined) return { type: 'resource', resource: { texts: new Map(), foreign: [] } }
  const encoding = encodingFault(text, file)
  return encoding === undefined
    ? (parseOwn(text) ?? parseAny(text, file))
    : { type: 'invalid', diagnostic: encoding }
}

/** The quick way, right for what `serialiseResource` wrote: the proof is that it would write the same again. */
function parseOwn(text: string): ParsedResource | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const entries = Object.entries(value)
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return undefined
  const resource: Resource = { texts: new Map(entries), foreign: [] }
  return serialiseResource(resource) === text ? { type: 'resource', resource } : undefined
}

function parseAny(text: string, file: string): ParsedResource {
  const invalid = (offset: number, what: string): ParsedResource => ({
    type: 'invalid',
    diagnostic: invalidCatalogue(text, file, offset, what),
  })
  const scanned = scanJsonObject(text)
  if (scanned.type === 'fault') return invalid(scanned.offset, scanned.what)
  const texts = new Map<string, string>()
  const foreign: ForeignLine[] = []
  let after: string | undefined
  for (const { key, value, offset } of scanned.members) {
    if (!value.startsWith('"')) {
      foreign.push({ after, raw: `${JSON.stringify(key)}: ${value}` })
      continue
    }
    const own: string = JSON.parse(value)
    if (texts.has(key) && texts.get(key) !== own) {
      return invalid(offset, `The key \`${key}\` is there twice, with different texts`)
    }
    texts.set(key, own)
    after = key
  }
  return { type: 'resource', resource: { texts, foreign } }
}
