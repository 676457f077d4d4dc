import type { Code, EngineRequest, Pattern } from '../../../model.ts'
import { codeText } from '../../code-text.ts'
import { escapeXml } from './escape-xml.ts'

/** How codes are written as XML tags: see `encodeTagged`. */
export type TagEncoding = EngineRequest['encoding']

/**
 * A pattern as XML: well-formed without a root, for engines that translate text around tags.
 *
 * `primary` writes paired codes as `<g id="1">…</g>` and standalone ones as `<x id="2">Autoriser</x>`, which carry what
 * they read like so that the engine sees a word there; `x` is to be left untranslated. `alternate` has the number in the
 * name and nothing inside standalone codes: `<g1>…</g1>`, `<x2/>`.
 */
export function encodeTagged(pattern: Pattern, encoding: TagEncoding): string {
  return pattern
    .map(item => {
      if (typeof item === 'string') return escapeXml(item)
      return encoding === 'primary' ? primaryTag(item) : alternateTag(item)
    })
    .join('')
}

function primaryTag(code: Code): string {
  switch (code.form) {
    case 'open':
      return `<g id="${code.id}">`
    case 'close':
      return '</g>'
    case 'standalone':
      return `<x id="${code.id}">${escapeXml(codeText(code))}</x>`
  }
}

function alternateTag({ form, id }: Code): string {
  switch (form) {
    case 'open':
      return `<g${id}>`
    case 'close':
      return `</g${id}>`
    case 'standalone':
      return `<x${id}/>`
  }
}
