import type { LinkFact } from '../page-facts.ts'

const destination = /\]\(\s*(?:<([^<>\n]*)>|([^\s()<]*(?:\([^\s()]*\)[^\s()]*)*))/g
const definition = /^[ \t>]*\[[^\]\n]+\]:[ \t]*<?([^\s<>]+)/gm
const attribute = /(?<=[\s<])(href|src)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')/g

/** How far back the bracket that opens a link's text is looked for; UTF-16 units. */
const longestText = 1000

/** Links and images of Markdown without code, comments and front matter: inline ones, definitions, HTML attributes. */
export function findLinks(body: string): readonly LinkFact[] {
  const found: { readonly type: LinkFact['type']; readonly url: string; readonly at: number }[] = []
  for (const match of body.matchAll(destination)) {
    if (match.index > 0 && body[match.index - 1] === '\\') continue
    const url = match[1] ?? match[2] ?? ''
    found.push({ type: isImage(body, match.index) ? 'image' : 'link', url, at: match.index + 2 })
  }
  for (const match of body.matchAll(definition)) {
    // `[comment]: # (…)` is a comment; `[^1]:` a footnote.
    if (match[1] !== '#' && !match[0].trimStart().startsWith('[^'))
      found.push({ type: 'link', url: match[1] ?? '', at: match.index })
  }
  for (const match of body.matchAll(attribute))
    found.push({
      type: match[1] === 'src' ? 'image' : 'link',
      url: match[2] ?? match[3] ?? '',
      at: match.index,
    })
  found.sort((a, b) => a.at - b.at)
  return withPlaces(body, found)
}

/** Whether the bracket that closes at `end` opened after an exclamation mark. */
function isImage(body: string, end: number): boolean {
  let depth = 0
  for (let at = end; at >= 0 && at > end - longestText; at--) {
    if (body[at] === ']') depth++
    else if (body[at] === '[') {
      depth--
      if (depth === 0) return body[at - 1] === '!'
    }
  }
  return false
}

function withPlaces(
  body: string,
  found: readonly { readonly type: LinkFact['type']; readonly url: string; readonly at: number }[],
): readonly LinkFact[] {
  let line = 1
  let start = 0
  return found.map(({ type, url, at }) => {
    for (let feed = body.indexOf('\n', start); feed !== -1 && feed < at; feed = body.indexOf('\n', start)) {
      line++
      start = feed + 1
    }
    return { type, url, line, column: at - start + 1 }
  })
}
