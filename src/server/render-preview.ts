import { posix } from 'node:path'
import type { Element, Root } from 'hast'
import type { Root as MarkdownRoot } from 'mdast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

interface Preview {
  readonly text: string
  /** The page and its source page, from the root: images are looked for beside one, then beside the other. */
  readonly file: string
  readonly sourceFile: string
  /** Whether it is a content file, which is no Markdown. */
  readonly isContent: boolean
}

/** Pages longer than this, in characters, are shown as plain text: no reader waits for them to be laid out. */
const longest = 1_000_000

const schema: typeof defaultSchema = {
  ...defaultSchema,
  attributes: {
    ...defaultSchema.attributes,
    // Links lead nowhere in the preview: it would be replaced by what they lead to.
    a: [],
    '*': [...(defaultSchema.attributes?.['*'] ?? []), 'dataLine'],
  },
}

/**
 * A page as HTML to be shown in the preview's frame, sanitised: no script, no event handler, no `javascript:`, no
 * style. Every element says in `data-line` at which line of the page it starts. Images are served from `/files/`. A
 * content file is shown as it is, line by line.
 */
export function renderPreview({ text, file, sourceFile, isContent }: Preview): string {
  if (isContent) return textLines(text.slice(0, longest))
  if (text.length > longest) return plainText(text.slice(0, longest))
  const tree = processor.parse(text)
  const rendered = processor.runSync(tree) as Root
  visit(rendered, 'element', element => {
    if (element.tagName === 'img') rewriteImage(element, file, sourceFile)
  })
  return processor.stringify(rendered)
}

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(() => dropHeadingIds)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(() => markLines)
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)

/** `## Titre {#id}`: site generators take the id off, and so does the preview. */
function dropHeadingIds(tree: MarkdownRoot): void {
  visit(tree, 'heading', ({ children }) => {
    const last = children.at(-1)
    if (last?.type === 'text') last.value = last.value.replace(/\s*\{#[^{}\s]+\}\s*$/, '')
  })
}

function markLines(tree: Root): void {
  visit(tree, 'element', element => {
    const line = element.position?.start.line
    if (line !== undefined) element.properties = { ...element.properties, dataLine: String(line) }
    else delete element.properties.dataLine
  })
}

function rewriteImage(element: Element, file: string, sourceFile: string): void {
  const { src } = element.properties
  if (typeof src !== 'string' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(src)) {
    delete element.properties.src
    return
  }
  const address = (page: string) => {
    const path = decode(src.replace(/[?#].*$/s, ''))
    const resolved = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(page), path)
    return resolved.split('/').map(encodeURIComponent).join('/')
  }
  element.properties.src = `/files/${address(file)}?or=${encodeURIComponent(address(sourceFile))}`
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function textLines(text: string): string {
  const lines = text.split(/\r\n|\r|\n/)
  return `<pre>${lines.map((line, index) => `<span data-line="${index + 1}">${escaped(line)}</span>`).join('\n')}</pre>`
}

function plainText(text: string): string {
  return `<pre>${escaped(text)}</pre>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
