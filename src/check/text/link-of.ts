import type { Code } from '../../model.ts'

/** Where a code leads, or the image that it shows. */
interface CodeLink {
  readonly type: 'link' | 'image'
  readonly url: string
}

const inlineTarget = /\]\(\s*(?:<([^<>\n]*)>|([^\s)]*(?:\([^\s)]*\)[^\s)]*)*))/
const attribute = /\b(href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*["'`]([^"'`]*)["'`]\s*\})/i

/** The target of a link, an image, an HTML or JSX tag, an autolink or a bare URL; undefined for any other code. */
export function linkOf({ kind, literal }: Code): CodeLink | undefined {
  switch (kind) {
    case 'link':
    case 'image': {
      const match = inlineTarget.exec(literal)
      const url = match?.[1] ?? match?.[2]
      return url === undefined ? undefined : { type: kind, url }
    }
    case 'tag': {
      const match = attribute.exec(literal)
      const url = match?.[2] ?? match?.[3] ?? match?.[4]
      if (match === null || url === undefined) return undefined
      return { type: match[1]?.toLowerCase() === 'src' ? 'image' : 'link', url }
    }
    case 'url':
      return { type: 'link', url: literal.replace(/^<|>$/g, '') }
    default:
      return undefined
  }
}
