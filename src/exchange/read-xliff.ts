import type { Element, Node } from '@xmldom/xmldom'
import type { State } from '../model.ts'
import type { ImportedFile, ImportedText, ImportedUnit } from './imported-unit.ts'
import { noteCategory } from './note-category.ts'
import { parseXml } from './parse-xml.ts'
import { xliffNamespace } from './xliff-namespace.ts'

const states: ReadonlySet<string> = new Set<State>(['initial', 'translated', 'reviewed', 'final'])

/**
 * Reads XLIFF 2.0 or 2.1. Units without a target are left out. A state that the file does not give is `translated` for a
 * segment with a target (XLIFF's own default would undo a review).
 */
export function readXliff(text: string): ImportedFile {
  const parsed = parseXml(text)
  if (parsed.type === 'invalid') return parsed
  const root = parsed.document.documentElement
  if (root === null || root.localName !== 'xliff' || root.namespaceURI !== xliffNamespace) {
    return { type: 'invalid', message: 'This is not XLIFF 2', line: 1, column: 1 }
  }
  const units: ImportedUnit[] = []
  for (const file of childrenOf(root, 'file')) {
    const page = file.getAttribute('original') ?? undefined
    for (const unit of file.getElementsByTagNameNS(xliffNamespace, 'unit')) {
      const imported = readUnit(unit, page)
      if (imported !== undefined) units.push(imported)
    }
  }
  return {
    type: 'file',
    source: root.getAttribute('srcLang') ?? '',
    target: root.getAttribute('trgLang') ?? undefined,
    units,
  }
}

/** A tool may have split a unit into segments: together they are one. */
function readUnit(unit: Element, page: string | undefined): ImportedUnit | undefined {
  const literals = new Map(
    childrenOf(unit, 'originalData')
      .flatMap(data => childrenOf(data, 'data'))
      .map(data => [data.getAttribute('id') ?? '', plainText(data)]),
  )
  const parts = elementsOf(unit).filter(
    ({ localName }) => localName === 'segment' || localName === 'ignorable',
  )
  const textOf = (name: string) =>
    parts.flatMap(part => childrenOf(part, name).flatMap(content => readContent(content, literals)))
  const segments = parts.filter(({ localName }) => localName === 'segment')
  if (!segments.some(segment => childrenOf(segment, 'target').length > 0)) return undefined
  const given = segments.map(segment => segment.getAttribute('state') ?? 'translated')
  return {
    page,
    key: unit.getAttribute('name') ?? undefined,
    source: textOf('source'),
    target: textOf('target'),
    state: lowest(given),
    exported: exportedOf(unit),
    line: unit.lineNumber ?? 1,
    column: unit.columnNumber ?? 1,
  }
}

function exportedOf(unit: Element): string | undefined {
  const notes = childrenOf(unit, 'notes').flatMap(list => childrenOf(list, 'note'))
  return notes.find(note => note.getAttribute('category') === noteCategory)?.textContent?.trim()
}

function lowest(given: readonly string[]): State {
  const [found] = [...states].filter(state => given.includes(state))
  return (found as State | undefined) ?? 'translated'
}

function readContent(parent: Element, literals: ReadonlyMap<string, string>): ImportedText {
  const items: ImportedText[number][] = []
  const literalOf = (element: Element, name: string) => literals.get(element.getAttribute(name) ?? '')
  const walk = (node: Node): void => {
    if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE) {
      items.push(node.nodeValue ?? '')
      return
    }
    if (node.nodeType !== node.ELEMENT_NODE) return
    const element = node as Element
    const id = element.getAttribute('id') ?? ''
    switch (element.localName) {
      case 'cp':
        items.push(codePoint(element))
        return
      case 'ph':
        items.push({ form: 'standalone', id, literal: literalOf(element, 'dataRef') })
        return
      case 'pc':
        items.push({ form: 'open', id, literal: literalOf(element, 'dataRefStart') })
        for (const child of element.childNodes) walk(child)
        items.push({ form: 'close', id, literal: literalOf(element, 'dataRefEnd') })
        return
      case 'sc':
        items.push({ form: 'open', id, literal: literalOf(element, 'dataRef') })
        return
      case 'ec':
        items.push({
          form: 'close',
          id: element.getAttribute('startRef') ?? id,
          literal: literalOf(element, 'dataRef'),
        })
        return
      default:
        // Annotations (mrk, sm, em) say something of the text and are none of it.
        for (const child of element.childNodes) walk(child)
    }
  }
  for (const child of parent.childNodes) walk(child)
  return items
}

function plainText(element: Element): string {
  return [...element.childNodes]
    .map(node => (node.nodeType === node.ELEMENT_NODE ? codePoint(node as Element) : (node.nodeValue ?? '')))
    .join('')
}

/** The character of a `cp`; nothing for anything else. */
function codePoint(element: Element): string {
  const point = Number.parseInt(element.getAttribute('hex') ?? '', 16)
  return element.localName === 'cp' && point <= 0x10ffff ? String.fromCodePoint(point) : ''
}

function elementsOf(parent: Element): readonly Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)
}

function childrenOf(parent: Element, name: string): readonly Element[] {
  return elementsOf(parent).filter(({ localName }) => localName === name)
}
