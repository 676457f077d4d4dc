import { blank } from './blank.ts'

const fences = /^([ \t>]*)(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\2[`~]*[ \t]*\r?$|$(?![\s\S]))/gm
const comments = /<!--[\s\S]*?-->|\{\/\*[\s\S]*?\*\/\}/g

/** A text with its fenced code and comments blanked. Offsets and line breaks stay. */
export function withoutCodeBlocks(text: string): string {
  return text.replace(fences, blank).replace(comments, blank)
}
