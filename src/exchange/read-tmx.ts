import type { Element } from '@xmldom/xmldom'
import type { State } from '../model.ts'
import type { ImportedFile, ImportedText, ImportedUnit } from './imported-unit.ts'
import { parseXml } from './parse-xml.ts'

/**
 * Reads the pairs of a translation memory in TMX 1.x, of any tool: variants are found by their language, regions aside
 * (`fr-FR` is `fr`). Units that lack one of the two languages are left out. Without Verso's own property a pair is
 * `translated`.
 */
export function readTmx(text: string, source: string, target: string): ImportedFile {
  const parsed = parseXml(text)
  if (parsed.type === 'invalid') return parsed
  const root = parsed.document.documentElement
  if (root === null || root.localName !== 'tmx') {
    return { type: 'invalid', message: 'This is not TMX', line: 1, column: 1 }
  }
  const units: ImportedUnit[] = []
  for (const tu of [...root.getElementsByTagName('tu')]) {
    const own = variantOf(tu, source)
    const other = variantOf(tu, target)
    if (own === undefined || other === undefined) continue
    units.push({
      page: undefined,
      key: undefined,
      source: readSegment(own),
      target: readSegment(other),
      state: stateOf(tu),
      exported: undefined,
      line: tu.lineNumber ?? 1,
      column: tu.columnNumber ?? 1,
    })
  }
  return { type: 'file', source, target, units }
}

/** The `seg` of a language: the very tag first, then any of the same language. */
function variantOf(tu: Element, locale: string): Element | undefined {
  const variants = [...tu.getElementsByTagName('tuv')]
  const languageOf = (tuv: Element) =>
    (tuv.getAttribute('xml:lang') ?? tuv.getAttribute('lang') ?? '').toLowerCase()
  const wanted = locale.toLowerCase()
  const found =
    variants.find(tuv => languageOf(tuv) === wanted) ??
    variants.find(tuv => primary(languageOf(tuv)) === primary(wanted))
  return found?.getElementsByTagName('seg')[0]
}

function primary(tag: string): string {
  return tag.split(/[-_]/, 1)[0] ?? tag
}

function stateOf(tu: Element): State {
  const prop = [...tu.getElementsByTagName('prop')].find(
    element => element.getAttribute('type') === 'x-verso-state',
  )
  switch (prop?.textContent) {
    case 'reviewed':
    case 'final':
      return prop.textContent
    default:
      return 'translated'
  }
}

function readSegment(seg: Element): ImportedText {
  const items: ImportedText[number][] = []
  for (const node of [...seg.childNodes]) {
    if (node.nodeType !== node.ELEMENT_NODE) {
      items.push(node.nodeValue ?? '')
      continue
    }
    const element = node as Element
    const literal = element.textContent ?? ''
    const id = element.getAttribute('x') ?? element.getAttribute('i') ?? ''
    switch (element.localName) {
      case 'bpt':
        items.push({ form: 'open', id: element.getAttribute('i') ?? id, literal })
        break
      case 'ept':
        items.push({ form: 'close', id: element.getAttribute('i') ?? id, literal })
        break
      case 'ph':
      case 'it':
      case 'ut':
        items.push({ form: 'standalone', id, literal })
        break
      default:
        // Highlighted text (hi) is text.
        items.push(literal)
    }
  }
  return items
}
