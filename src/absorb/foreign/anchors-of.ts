import type { Code, CodeKind } from '../../model.ts'
import type { UnitHosts } from './unit-hosts.ts'

/** Kinds whose literals are the same in every language. */
const fixedKinds: ReadonlySet<CodeKind> = new Set([
  'code',
  'url',
  'email',
  'image',
  'math',
  'variable',
  'link',
])

/**
 * What a unit holds that no translation changes, as one text: path in the front matter, heading id, image file, link targets,
 * code, addresses, numbers of two digits and more. Empty when it holds nothing of the kind.
 */
export function anchorsOf({ hosts, after }: UnitHosts): string {
  const own = hosts.flatMap(({ segment }) =>
    segment.pattern.flatMap(item => (typeof item === 'string' ? numbersIn(item) : anchorsIn(item))),
  )
  const path = hosts[0].unit.path ?? []
  return [path, own.sort(), attributesIn(after)].flat().join(' ')
}

function numbersIn(text: string): readonly string[] {
  return text.match(/\d{2,}/g) ?? []
}

function anchorsIn({ kind, literal }: Code): readonly string[] {
  if (!fixedKinds.has(kind)) return []
  if (kind !== 'link' && kind !== 'image') return [literal]
  const target = /\]\(\s*<?([^\s)<>?#]*[?#]?[^\s)<>]*)/.exec(literal)?.[1] ?? ''
  return target === '' ? [] : [withoutQuery(target)]
}

/** A link's query says which language it is for. */
function withoutQuery(target: string): string {
  return target.replace(/\?[^#]*/, '')
}

/** A heading's id, or the file of an image whose alt text the unit is. */
function attributesIn(after: string): readonly string[] {
  const [, id, file] = /^[ \t]*\{#([^\s}]+)\}|^\]\(<?([^\s)>]+)/.exec(after) ?? []
  return [id ?? file ?? []].flat()
}
