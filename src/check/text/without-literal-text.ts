const fences = /^([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\2[`~]*[ \t]*\r?$|$(?![\s\S]))/gm
const comments = /<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g
const frontMatter = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?^---[ \t]*\r?$/m
const spans = /(?<!`)(`+)(?!`)[^\n]*?[^`](\1)(?!`)/g

/**
 * A page with everything in it that is no Markdown blanked: front matter, code blocks and spans, comments. Offsets and
 * line breaks stay.
 */
export function withoutLiteralText(text: string): string {
  const blank = (match: string) => match.replace(/[^\r\n]/g, ' ')
  const first = frontMatter.exec(text)
  const body = first?.index === 0 ? blank(first[0]) + text.slice(first[0].length) : text
  return body.replace(fences, blank).replace(comments, blank).replace(spans, blank)
}
