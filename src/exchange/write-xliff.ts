import type { Element } from '@xmldom/xmldom'
import type { Code, CodeKind, Pattern } from '../model.ts'
import type { ExchangeFile, ExchangeUnit } from './exchange-unit.ts'
import { isXmlCharacter } from './is-xml-character.ts'
import { noteCategory } from './note-category.ts'
import { targetDigest } from './target-digest.ts'
import { xliffNamespace } from './xliff-namespace.ts'
import { createXmlBuilder, type XmlBuilder } from './xml-builder.ts'

/**
 * Writes XLIFF 2.0: a file a page, a unit a segment. Inline codes are `pc` and `ph` that refer to their Markdown in
 * `originalData`, so that a translation tool shows and keeps them. A segment's key is its unit's `name`: keys may hold
 * characters that an XML id may not.
 */
export function writeXliff({ source, target, pages }: ExchangeFile): string {
  const xml = createXmlBuilder(xliffNamespace, 'xliff', { version: '2.0', srcLang: source, trgLang: target })
  for (const [number, { page, units }] of pages.entries()) {
    if (units.length === 0) continue
    const file = xml.block(xml.root, 'file', { id: `f${number + 1}`, original: page })
    for (const [index, unit] of units.entries()) writeUnit(xml, file, unit, index)
  }
  return xml.toString()
}

function writeUnit(xml: XmlBuilder, file: Element, unit: ExchangeUnit, index: number): void {
  const element = xml.block(file, 'unit', { id: `u${index + 1}`, name: unit.key, 'xml:space': 'preserve' })
  const notes = xml.block(element, 'notes')
  xml.text(xml.block(notes, 'note', { category: noteCategory }), targetDigest(unit.target))
  const literals = [...new Set([unit.source, unit.target ?? []].flat().flatMap(literalOf))]
  const references = new Map(literals.map((literal, at) => [literal, `d${at + 1}`]))
  if (literals.length > 0) {
    const data = xml.block(element, 'originalData')
    for (const [literal, id] of references) writeText(xml, xml.block(data, 'data', { id }), literal)
  }
  const segment = xml.block(element, 'segment', { state: unit.state })
  writePattern(xml, xml.block(segment, 'source'), unit.source, references)
  if (unit.target !== undefined) writePattern(xml, xml.block(segment, 'target'), unit.target, references)
}

function literalOf(item: string | Code): readonly string[] {
  return typeof item === 'string' ? [] : [item.literal]
}

function writePattern(
  xml: XmlBuilder,
  parent: Element,
  pattern: Pattern,
  references: ReadonlyMap<string, string>,
): void {
  const open: Element[] = [parent]
  const top = () => open.at(-1) ?? parent
  for (const [index, item] of pattern.entries()) {
    if (typeof item === 'string') {
      writeText(xml, top(), item)
      continue
    }
    const id = String(item.id)
    const reference = references.get(item.literal)
    switch (item.form) {
      case 'standalone':
        xml.inline(top(), 'ph', {
          id,
          ...typeOf(item.kind),
          disp: [...item.literal].filter(isWritable).join(''),
          dataRef: reference,
        })
        break
      case 'open': {
        const end = closing(pattern, index, item.id)
        open.push(
          xml.inline(top(), 'pc', {
            id,
            ...typeOf(item.kind),
            dataRefStart: reference,
            dataRefEnd: end === undefined ? undefined : references.get(end.literal),
          }),
        )
        break
      }
      case 'close':
        if (open.length > 1) open.pop()
    }
  }
}

function closing(pattern: Pattern, from: number, id: number): Code | undefined {
  return pattern.slice(from + 1).find((item): item is Code => {
    return typeof item !== 'string' && item.form === 'close' && item.id === id
  })
}

/** The `type` of an inline code (XLIFF 2.0, 4.3.1.44), where one of its values fits. */
function typeOf(kind: CodeKind): { readonly type?: string } {
  switch (kind) {
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'break':
      return { type: 'fmt' }
    case 'label':
      return { type: 'ui' }
    case 'link':
    case 'url':
    case 'email':
      return { type: 'link' }
    case 'image':
      return { type: 'image' }
    default:
      return {}
  }
}

function isWritable(character: string): boolean {
  return isXmlCharacter(character.codePointAt(0) ?? 0)
}

/** What XML forbids stands as `cp` (XLIFF 2.0, 4.2.3.1); so does a carriage return, which XML would read as a line feed. */
function writeText(xml: XmlBuilder, parent: Element, text: string): void {
  let plain = ''
  for (const character of text) {
    if (isWritable(character) && character !== '\r') {
      plain += character
      continue
    }
    xml.text(parent, plain)
    plain = ''
    const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    xml.inline(parent, 'cp', { hex })
  }
  xml.text(parent, plain)
}
