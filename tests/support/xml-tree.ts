import { SaxesParser } from 'saxes'

/** An element of a text that an engine was sent. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

export type XmlNode = string | XmlElement

/**
 * Parses a text as the content of an XML element.
 *
 * @throws Error for whatever is not well-formed
 */
export function parseXml(text: string): readonly XmlNode[] {
  const parser = new SaxesParser()
  const root: { name: string; attributes: Record<string, string>; children: XmlNode[] }[] = []
  const top: XmlNode[] = []
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    root.push({ name, attributes, children: [] })
  })
  parser.on('text', value => {
    root.at(-1)?.children.push(value)
  })
  parser.on('closetag', () => {
    const element = root.pop()
    if (element === undefined) return
    const parent = root.at(-1)
    if (parent === undefined) top.push(...element.children)
    else parent.children.push(element)
  })
  parser.write(`<root>${text}</root>`).close()
  return top
}

export function writeXml(nodes: readonly XmlNode[]): string {
  return nodes
    .map(node => {
      if (typeof node === 'string')
        return node.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
      const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${value}"`)
      return `<${node.name}${attributes.join('')}>${writeXml(node.children)}</${node.name}>`
    })
    .join('')
}

/** The text of nodes, without their tags. */
export function xmlText(nodes: readonly XmlNode[]): string {
  return nodes.map(node => (typeof node === 'string' ? node : xmlText(node.children))).join('')
}
