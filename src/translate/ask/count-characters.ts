import type { Pattern } from '../../model.ts'
import { codeText } from '../code-text.ts'

/**
 * The characters (code points) of a text that a service may bill: its text, and what standalone codes read
 * like, which is sent along so that the engine sees what stands there. The estimate before a request; what counts afterwards is
 * what the service says.
 */
export function countCharacters(pattern: Pattern): number {
  let characters = 0
  for (const item of pattern) {
    if (typeof item === 'string') characters += codePoints(item)
    else if (item.form === 'standalone') characters += codePoints(codeText(item))
  }
  return characters
}

function codePoints(text: string): number {
  let count = text.length
  for (let index = 0; index < text.length - 1; index++) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xd800 && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00)
      count--
  }
  return count
}
