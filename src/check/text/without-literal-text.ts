import { blank } from './blank.ts'
import { withoutCodeBlocks } from './without-code-blocks.ts'

const frontMatter = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?^---[ \t]*\r?$/m
const spans = /(?<!`)(`+)(?!`)[^\n]*?[^`](\1)(?!`)/g

/**
 * A page with everything in it that is no Markdown blanked: front matter, code blocks and spans, comments. Offsets and
 * line breaks stay.
 */
export function withoutLiteralText(text: string): string {
  const first = frontMatter.exec(text)
  const body = first?.index === 0 ? blank(first[0]) + text.slice(first[0].length) : text
  return withoutCodeBlocks(body).replace(spans, blank)
}
