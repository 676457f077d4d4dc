import type { Code } from '../model.ts'
import { labelText } from './label-text.ts'

/**
 * What a standalone code reads like where its markup means nothing: a label without its `**`, code without its
 * backticks. Images, tags, footnote marks, attributes and line breaks have no text.
 */
export function codeText({ kind, literal }: Code): string {
  switch (kind) {
    case 'image':
    case 'tag':
    case 'attributes':
    case 'footnote':
    case 'break':
      return ''
    case 'label':
      return labelText(literal)
    case 'code':
      return /^(`+) ?([\s\S]*?) ?\1$/.exec(literal)?.[2] ?? literal
    case 'reference':
      return /^\[([\s\S]*?)\](?:\[\])?$/.exec(literal)?.[1] ?? literal
    default:
      return literal
  }
}
