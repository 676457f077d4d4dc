import GithubSlugger from 'github-slugger'
import type { Skeleton, Unit } from '../model.ts'
import type { SideFacts } from './page-facts.ts'
import { findLinks } from './text/find-links.ts'
import { frontMatterOf } from './text/front-matter-of.ts'
import { withoutLiteralText } from './text/without-literal-text.ts'

const idMark = /\{:?[^{}\n]*?#([^\s{}]+)[^{}\n]*\}/
const htmlId = /<[a-z][^<>]*?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi

/**
 * Anchors and links of a page.
 *
 * @param slugKeys front-matter paths that give the page another address than its file's
 */
export function sideFacts(
  { file, text, skeleton }: { readonly file: string; readonly text: string; readonly skeleton: Skeleton },
  slugKeys: readonly string[],
): SideFacts {
  const body = withoutLiteralText(text)
  const entries = slugKeys.length === 0 ? [] : (frontMatterOf(text) ?? [])
  const slug = entries.find(({ path, value }) => slugKeys.includes(path) && typeof value === 'string')?.value
  return {
    file,
    headings: headingAnchors(skeleton),
    ids: [...body.matchAll(htmlId)].map(match => match[1] ?? match[2] ?? ''),
    links: findLinks(body),
    ...(typeof slug === 'string' ? { slug } : {}),
  }
}

function headingAnchors(skeleton: Skeleton): readonly string[] {
  const slugger = new GithubSlugger()
  const anchors: string[] = []
  for (const [index, part] of skeleton.parts.entries()) {
    if (part.type === 'unit') {
      if (part.role !== 'heading') continue
      const next = skeleton.parts[index + 1]
      const line = next?.type === 'verbatim' ? (/^[^\r\n]*/.exec(next.raw)?.[0] ?? '') : ''
      anchors.push(idMark.exec(line)?.[1] ?? idIn(part) ?? slugger.slug(textOf(part)))
    } else {
      // A heading without text to translate: code, a symbol.
      for (const [, text = ''] of part.raw.matchAll(
        /^ {0,3}#{1,6}[ \t]+([^\r\n]*\S)[ \t]*#*[ \t]*(?=\r?\n)/gm,
      ))
        anchors.push(idMark.exec(text)?.[1] ?? slugger.slug(text.replace(/[`*_]/g, '')))
    }
  }
  return anchors
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
