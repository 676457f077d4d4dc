import GithubSlugger, { slug } from 'github-slugger'
import type { Skeleton, Unit } from '../model.ts'
import { withoutCodeBlocks } from './text/without-code-blocks.ts'

const idMark = /\{:?[^{}\n]*?#([^\s{}]+)[^{}\n]*\}/

/** What links to a heading name. */
export interface HeadingAnchor {
  readonly anchor: string
  /** Whether that is an id that the heading has; else it is the slug of its text, numbered where others have it too. */
  readonly isId: boolean
  /** The slug of its text, whether or not it has an id, without a number. */
  readonly slug: string
  /** The part of the skeleton that is the heading; undefined for one without text to translate. */
  readonly part: number | undefined
}

/** The anchors of a page's headings, in its order. */
export function headingAnchors({ parts }: Skeleton): readonly HeadingAnchor[] {
  const slugger = new GithubSlugger()
  const anchorOf = (id: string | undefined, text: string, part: number | undefined): HeadingAnchor => ({
    anchor: id ?? slugger.slug(text),
    isId: id !== undefined,
    slug: slug(text),
    part,
  })
  return parts.flatMap((part, index) => {
    if (part.type === 'unit') {
      if (part.role !== 'heading') return []
      const next = parts[index + 1]
      const line = next?.type === 'verbatim' ? (/^[^\r\n]*/.exec(next.raw)?.[0] ?? '') : ''
      return [anchorOf(idMark.exec(line)?.[1] ?? idIn(part), textOf(part), index)]
    }
    // A heading without text to translate: code, a symbol.
    const lines = withoutCodeBlocks(part.raw).matchAll(
      /^ {0,3}#{1,6}[ \t]+([^\r\n]*\S)[ \t]*#*[ \t]*(?=\r?\n)/gm,
    )
    return [...lines].map(([, text = '']) =>
      anchorOf(idMark.exec(text)?.[1], text.replace(/[`*_]/g, ''), undefined),
    )
  })
}

function idIn({ pieces }: Unit): string | undefined {
  for (const piece of pieces) {
    if (piece.type === 'gap') continue
    for (const item of piece.pattern)
      if (typeof item !== 'string' && item.kind === 'attributes') return idMark.exec(item.literal)?.[1]
  }
  return undefined
}

/** The heading's text as a renderer sees it: what is in code and in bold counts, tags and images don't. */
function textOf({ pieces }: Unit): string {
  return pieces
    .map(piece => {
      if (piece.type === 'gap') return piece.raw.replace(/[`*_~]/g, '')
      return piece.pattern
        .map(item => {
          if (typeof item === 'string') return item
          if (item.form !== 'standalone' || item.kind === 'tag' || item.kind === 'image') return ''
          return item.literal.replace(/^[`*_]+|[`*_]+$/g, '')
        })
        .join('')
    })
    .join('')
}
