import type { Nodes, Root } from 'mdast'
import type { Code, CodeKind, Pattern } from '../../src/model.ts'
import { parsePage } from '../../src/syntax/grammar/parse-page.ts'

const paired: Readonly<Record<string, CodeKind>> = {
  emphasis: 'emphasis',
  strong: 'strong',
  delete: 'delete',
  link: 'link',
}

/**
 * What remark makes of a fragment in a paragraph: the pattern's shape, independent of our own parser. Markers of
 * emphasis are `*` throughout; other literals are as written.
 */
export function mdastPattern(fragment: string, mdx = false): Pattern | undefined {
  const page = `x${fragment}`
  const root = parsePage(page, { format: mdx ? 'mdx' : 'markdown' })
  if (root.type !== 'root') return undefined
  const [paragraph, ...others] = (root as Root).children
  if (paragraph?.type !== 'paragraph' || others.length > 0) return undefined
  const pattern: (string | Code)[] = []
  let id = 0
  const add = (text: string): void => {
    const last = pattern.at(-1)
    if (typeof last === 'string') pattern[pattern.length - 1] = last + text
    else pattern.push(text)
  }
  const code = (form: Code['form'], kind: CodeKind, own: number, literal: string): void => {
    pattern.push({ type: 'code', form, kind, id: own, literal })
  }
  const visit = (node: Nodes): void => {
    const kind = paired[node.type]
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    if (node.type === 'text') add(node.value)
    else if (kind !== undefined && 'children' in node && node.children.length > 0) {
      id++
      const own = id
      const [from, to] = [
        node.children[0]?.position?.start.offset ?? 0,
        node.children.at(-1)?.position?.end.offset ?? 0,
      ]
      const literal = (raw: string): string =>
        kind === 'emphasis' || kind === 'strong' ? raw.replaceAll('_', '*') : raw
      code('open', kind, own, literal(page.slice(start, from)))
      for (const child of node.children) visit(child)
      code('close', kind, own, literal(page.slice(to, end)))
    } else {
      id++
      const standalone: CodeKind =
        node.type === 'inlineCode'
          ? 'code'
          : node.type === 'break'
            ? 'break'
            : node.type === 'image'
              ? 'image'
              : 'tag'
      code('standalone', standalone, id, page.slice(start, end))
    }
  }
  for (const child of paragraph.children) visit(child)
  const [first, ...rest] = pattern
  if (typeof first !== 'string') return undefined
  return first.length > 1 ? [first.slice(1), ...rest] : rest
}
