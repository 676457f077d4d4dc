import type { Nodes } from 'mdast'
import { parse } from 'yaml'
import { parsePage } from '../../src/syntax/grammar/parse-page.ts'

interface Options {
  readonly mdx?: boolean
  /** Whether the codes in texts count. */
  readonly hasInlines?: boolean
}

/**
 * The make of a page by another way than the guard's: an S-expression of node types, targets, code and names of tags,
 * codes beside each other in alphabetical order.
 */
export function outline(page: string, { mdx = false, hasInlines = true }: Options = {}): string {
  const root = parsePage(page, { format: mdx ? 'mdx' : 'markdown' })
  return root.type === 'root' ? expression(root, hasInlines) : 'invalid'
}

const phrasing = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
])

function expression(node: Nodes, hasInlines: boolean): string {
  const own = [node.type, ...details(node)].join(' ')
  const isPhrasing = phrasing.has(node.type)
  if (!('children' in node) || (isPhrasing && !hasInlines)) return `(${own})`
  const children = node.children
    .filter(child => child.type !== 'text')
    .map(child => expression(child, hasInlines))
  return `(${[own, ...(isPhrasing ? children.sort() : children)].join(' ')})`
}

function details(node: Nodes): readonly string[] {
  switch (node.type) {
    case 'heading':
      return [String(node.depth)]
    case 'link':
    case 'image':
    case 'definition':
      return [node.url]
    case 'linkReference':
    case 'imageReference':
    case 'footnoteReference':
    case 'footnoteDefinition':
      return [node.identifier]
    case 'code':
    case 'inlineCode':
      return [node.value]
    case 'html':
      return tagsIn(node.value)
    case 'list':
      return [String(node.ordered), String(node.start)]
    case 'listItem':
      return [String(node.checked)]
    case 'yaml':
      return frontMatterKeys(node.value)
    default:
      return []
  }
}

/** Front matter that is no YAML is never written anew: its text. */
function frontMatterKeys(text: string): readonly string[] {
  try {
    return keys(parse(text, { logLevel: 'silent' }))
  } catch {
    return [text]
  }
}

function keys(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [typeof value]
  return Object.entries(value).flatMap(([key, item]) => [key, ...keys(item)])
}

/** Attributes apart, whose values may hold anything. */
function tagsIn(html: string): readonly string[] {
  const bare = html.replace(/=\s*(?:"[^"]*"|'[^']*')/g, '')
  return [...bare.matchAll(/<\/?[a-z][\w.-]*|<!--.*?-->/gis)].map(([tag]) => tag)
}
