import type { Link, Nodes } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parse } from 'yaml'

const markdown = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm).freeze()
const mdx = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(remarkGfm)
  .use(remarkMdx)
  .freeze()

/** Attributes whose values are translated by default. */
const translatedAttribute = /(\s(?:alt|title|aria-label|placeholder)\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/gi

/**
 * What a translation must leave as it is: the page's syntax tree as remark and remark-gfm see it, text reduced to what
 * is no letter. Written without any of Verso's own code, so that it sees its mistakes.
 */
export function shapeOf(page: string, options: { readonly isMdx?: boolean } = {}): unknown {
  const text = page.replace(/^\uFEFF/, '')
  return shape((options.isMdx === true ? mdx : markdown).parse(text))
}

/** A line end with the white space around it is a space; letters and their marks go; all else stays, spaces too. */
function withoutLetters(text: string): string {
  return text.replace(/(?<![ \t])[ \t]*(?:\r\n|\n|\r)[ \t]*/g, ' ').replace(/[\p{L}\p{M}]+/gu, '')
}

function shape(node: Nodes): unknown {
  switch (node.type) {
    case 'text':
      return withoutLetters(node.value)
    case 'inlineCode':
      return { type: 'inlineCode', value: node.value.replace(/\s+/g, ' ') }
    case 'yaml':
      return { type: 'yaml', value: yamlShape(node.value) }
    case 'html':
      return { type: 'html', value: htmlShape(node.value) }
    default: {
      const fields: Record<string, unknown> = {}
      for (const [name, value] of Object.entries(node)) {
        if (name === 'position' || name === 'data') continue
        if (name === 'children') fields[name] = shapes(value as readonly Nodes[])
        else if (name === 'attributes') fields[name] = (value as unknown[]).map(attributeShape)
        else if (name === 'title') fields[name] = withoutLetters(String(value ?? ''))
        else if (name === 'label') fields[name] = String(value ?? '').replace(/\s+/g, ' ')
        else if (name === 'alt') fields[name] = altShape(String(value ?? ''))
        else fields[name] = value
      }
      return fields
    }
  }
}

/** mdast leaves out the line ends of an alt text that are beside markup, so that spaces can't be counted there. */
function altShape(alt: string): string {
  return withoutLetters(alt).replace(/ +/g, ' ')
}

/** Texts that follow one another are one, and so are bare URLs: what they are is for the inventory to tell. */
function shapes(nodes: readonly Nodes[]): readonly unknown[] {
  const result: unknown[] = []
  for (const found of nodes.flatMap(withSpaceOutside)) {
    const last = result.at(-1)
    if (typeof found === 'string' && typeof last === 'string') result[result.length - 1] = last + found
    else if (found !== '') result.push(found)
  }
  return result.map((found, at) =>
    typeof found === 'string' ? withoutSpaceAtBreaks(found, result, at) : found,
  )
}

/** White space at the end of a line and at the beginning of the next is nothing. */
function withoutSpaceAtBreaks(text: string, siblings: readonly unknown[], at: number): string {
  const isBreak = (node: unknown): boolean => (node as { type?: string } | undefined)?.type === 'break'
  const trimmed = isBreak(siblings[at - 1]) ? text.trimStart() : text
  return isBreak(siblings[at + 1]) ? trimmed.trimEnd() : trimmed
}

const around = /^(?:emphasis|strong|delete|link|linkReference)$/

/** White space at the edge of markup around text means the same outside it, where delimiters need it to be. */
function withSpaceOutside(node: Nodes): readonly unknown[] {
  if (isBareUrl(node)) return [node.children.map(shape).join('')]
  if (!around.test(node.type) || !('children' in node)) return [shape(node)]
  const children = [...shapes(node.children)]
  const [first] = children
  const before = typeof first === 'string' ? (/^\s+/.exec(first)?.[0] ?? '') : ''
  if (typeof first === 'string') children[0] = first.slice(before.length)
  const last = children.at(-1)
  const after = typeof last === 'string' ? (/\s+$/.exec(last)?.[0] ?? '') : ''
  if (typeof last === 'string') children[children.length - 1] = last.slice(0, last.length - after.length)
  const inside = children.filter(child => child !== '')
  const shell = shape({ ...node, children: [] }) as object
  return [before, { ...shell, children: inside }, after]
}

function isBareUrl(node: Nodes): node is Link {
  if (node.type !== 'link' || node.position === undefined) return node.type === 'link'
  const [text] = node.children
  return node.position.start.offset === text?.position?.start.offset
}

/** Tags as they are, but for translated attributes; text, its references decoded, without its letters. */
function htmlShape(value: string): string {
  return value
    .split(/(<!--.*?-->|<(?:script|style)\b.*?<\/(?:script|style)\s*>|<(?:[a-z/!?][^<>]*)?>)/gis)
    .map((part, index) =>
      index % 2 === 1 ? part.replace(translatedAttribute, tagAttribute) : withoutLetters(decoded(part)),
    )
    .join('')
}

function decoded(text: string): string {
  return text.replace(/&(?:#\d+|#x[\da-f]+|[a-z]\w*);/gi, reference => {
    const [paragraph] = unified().use(remarkParse).parse(reference).children
    const [node] = paragraph !== undefined && 'children' in paragraph ? paragraph.children : []
    return node?.type === 'text' ? node.value : reference
  })
}

function tagAttribute(_: string, name: string, value: string): string {
  return name + withoutLetters(value)
}

/** Attributes of MDX elements. */
function attributeShape(attribute: unknown): unknown {
  const { type, name, value } = attribute as { type: string; name?: string; value?: unknown }
  const isTranslated = typeof value === 'string' && /^(?:alt|title|aria-label|placeholder)$/.test(name ?? '')
  const plain = typeof value === 'object' && value !== null ? (value as { value?: unknown }).value : value
  return { type, name, value: isTranslated ? withoutLetters(value) : plain }
}

function yamlShape(source: string): unknown {
  try {
    return valueShape(parse(source, { logLevel: 'silent' }))
  } catch {
    return source
  }
}

function valueShape(value: unknown): unknown {
  if (typeof value === 'string') return withoutLetters(value)
  if (Array.isArray(value)) return value.map(valueShape)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value).map(([key, item]) => [key, valueShape(item)])
}
