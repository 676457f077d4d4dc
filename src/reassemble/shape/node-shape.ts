import type { Nodes } from 'mdast'
import { htmlShape } from './html-shape.ts'
import { yamlShape } from './yaml-shape.ts'

/** What of a page is text, beside the text nodes of its tree. */
export interface TextRules {
  /** Names, in lower case, of attributes whose values are translated. */
  readonly attributes: ReadonlySet<string>
  /** Whether the text at a path of the front matter is translated. */
  isFrontMatterText(path: string): boolean
}

/** Not compared: where a node is, and what is derived from its source. A label may have line ends: the identifier tells. */
const ignored = new Set(['type', 'position', 'data', 'children', 'label'])

/** What a translation must leave of one node of the syntax tree, its children apart. */
export function nodeShape(node: Nodes, rules: TextRules): string {
  switch (node.type) {
    case 'html':
      return `html ${htmlShape(node.value, rules.attributes)}`
    case 'yaml':
      return `yaml ${yamlShape(node.value, path => rules.isFrontMatterText(path))}`
    default: {
      const fields = Object.entries(node).flatMap(([name, value]) =>
        ignored.has(name) ? [] : fieldShape(name, value, rules),
      )
      return fields.length === 0 ? node.type : `${node.type} ${fields.join(' ')}`
    }
  }
}

function fieldShape(name: string, value: unknown, rules: TextRules): readonly string[] {
  if (name === 'alt' || value === null || value === undefined) return []
  if (name === 'title') return ['title']
  if (name === 'attributes' && Array.isArray(value)) return value.map(item => jsxAttribute(item, rules))
  return [`${name}=${JSON.stringify(value)}`]
}

/** An attribute of an MDX element: with a text, an expression or nothing as its value, or a spread. */
function jsxAttribute(attribute: unknown, { attributes }: TextRules): string {
  const { name, value } = attribute as { readonly name?: string; readonly value?: unknown }
  if (typeof value === 'string') {
    return attributes.has(name?.toLowerCase() ?? '') ? `${name}=text` : `${name}=${JSON.stringify(value)}`
  }
  const expression = (value as { readonly value?: string } | null | undefined)?.value
  return `${name ?? '...'}={${expression ?? ''}}`
}
