import { DOMImplementation, type Document, type Element, XMLSerializer } from '@xmldom/xmldom'

type Attributes = Readonly<Record<string, string | undefined>>

/** Makes the elements of one document. */
export interface XmlBuilder {
  readonly root: Element
  /** Appends a child on a line of its own, indented by its depth. */
  block(parent: Element, name: string, attributes?: Attributes): Element
  /** Appends a child where text stands: no white space is added. */
  inline(parent: Element, name: string, attributes?: Attributes): Element
  /** @param text without characters that XML forbids */
  text(parent: Element, text: string): void
  /** The document with its declaration, ending in a newline. */
  toString(): string
}

/** @param namespace null for a format without one */
export function createXmlBuilder(namespace: string | null, name: string, attributes: Attributes): XmlBuilder {
  const document: Document = new DOMImplementation().createDocument(namespace, name)
  const root = document.documentElement as Element
  setAttributes(root, attributes)
  const depths = new Map<Element, number>([[root, 0]])

  function append(parent: Element, child: string, own: Attributes): Element {
    const element = document.createElementNS(namespace, child)
    setAttributes(element, own)
    parent.appendChild(element)
    return element
  }

  return {
    root,
    block(parent, child, own = {}) {
      const depth = (depths.get(parent) ?? 0) + 1
      if (parent.lastChild?.nodeType === document.TEXT_NODE) parent.removeChild(parent.lastChild)
      parent.appendChild(document.createTextNode(`\n${'  '.repeat(depth)}`))
      const element = append(parent, child, own)
      parent.appendChild(document.createTextNode(`\n${'  '.repeat(depth - 1)}`))
      depths.set(element, depth)
      return element
    },
    inline: (parent, child, own = {}) => append(parent, child, own),
    text(parent, text) {
      if (text !== '') parent.appendChild(document.createTextNode(text))
    },
    toString: () =>
      `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`,
  }
}

function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name, value)
  }
}
