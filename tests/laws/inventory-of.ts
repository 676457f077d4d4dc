import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Nodes } from 'mdast'
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const markdown = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm).freeze()

/** What stands in the text of a page and is not to be translated, in the plainest forms alone. */
const literals = [
  /(?<![a-z])https?:\/\/(?:[^\s<>"'`*~()[\]{}|\\&_]|_(?=[a-z\d]))*[\p{L}\p{N}/]/giu,
  /(?<![\p{L}\p{M}\p{N}])www\.(?:[^\s<>"'`*~()[\]{}|\\&_]|_(?=[a-z\d]))*[\p{L}\p{N}/]/giu,
  /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi,
  /(?<!\\)\{[#.][\w-]+\}/g,
  /(?<!\\)\{\{[^{}]*\}\}/g,
]

/**
 * Everything of a page that a translation must keep, sorted: code, targets of links and images, identifiers, HTML tags, bare
 * URLs, emails, ids and variables. Written without any of Verso's own code.
 */
export function inventoryOf(page: string): readonly string[] {
  const items: string[] = []
  collect(markdown.parse(page.replace(/^\uFEFF/, '')), items)
  const text = decoded(page)
  for (const literal of literals) {
    for (const [value] of text.matchAll(literal)) items.push(`literal ${value}`)
  }
  return items.sort()
}

/** What stands before an address may be written as a reference, and in a translation as itself. */
function decoded(page: string): string {
  return page.replace(/&(?:#(\d{1,7})|([a-z\d]{1,31}));/gi, (reference, number, name) =>
    number === undefined
      ? decodeNamedCharacterReference(name) || reference
      : decodeNumericCharacterReference(number, 10),
  )
}

function isBareUrl(node: Nodes): boolean {
  const [first] = node.type === 'link' ? node.children : []
  return first !== undefined && node.position?.start.offset === first.position?.start.offset
}

function collect(node: Nodes, into: string[]): void {
  if (node.type === 'code' || node.type === 'inlineCode') into.push(`code ${node.value.replace(/\s+/g, ' ')}`)
  if ('url' in node && !isBareUrl(node)) into.push(`${node.type} ${node.url}`)
  if ('identifier' in node) into.push(`${node.type} ${node.identifier}`)
  if (node.type === 'html') {
    for (const [, name = ''] of node.value.matchAll(/<(\/?[a-z][\w.-]*)/gi)) into.push(`tag ${name}`)
  }
  if ('children' in node) for (const child of node.children) collect(child, into)
}
