import { printParseErrorCode, visit } from 'jsonc-parser'
import { deepestValue } from './deepest-value.ts'
import type { YamlFault, YamlText, YamlTexts } from './yaml-text.ts'

const faults: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no value of JSON',
  InvalidNumberFormat: 'this is no number',
  PropertyNameExpected: 'a key in double quotes is missing here',
  ValueExpected: 'a value is missing here',
  ColonExpected: 'a colon is missing here',
  CommaExpected: 'a comma is missing here',
  CloseBraceExpected: 'a closing brace is missing here',
  CloseBracketExpected: 'a closing bracket is missing here',
  EndOfFileExpected: 'something comes after the end of the value',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'the closing quotation mark is missing',
  UnexpectedEndOfNumber: 'the number is cut off',
  InvalidUnicode: 'the escape has not four hexadecimal digits',
  InvalidEscapeCharacter: 'JSON has no such escape',
  InvalidCharacter: 'the string holds a line break, a tab or a control character',
}

/**
 * Reads the text values of a JSON document (RFC 8259: no comments, no comma at the end) in document order. Values that
 * are no strings, or empty, are left out. A key that an object has twice is a fault.
 */
export function readJsonTexts(raw: string): YamlTexts | YamlFault {
  const texts: YamlText[] = []
  const keys: Set<string>[] = []
  let fault: YamlFault | undefined
  const report = (offset: number, message: string): void => {
    fault ??= { type: 'fault', offset, message }
  }
  try {
    visit(
      raw,
      {
        onObjectBegin: offset => {
          keys.push(new Set())
          if (keys.length > deepestValue) report(offset, 'it is nested too deeply')
        },
        onObjectProperty: (name, offset) => {
          const own = keys.at(-1)
          if (own?.has(name)) report(offset, `the key “${name}” is there twice`)
          own?.add(name)
        },
        onObjectEnd: () => {
          keys.pop()
        },
        onLiteralValue: (value: unknown, offset, length, _line, _column, pathOf) => {
          if (typeof value !== 'string' || value === '') return
          const path = pathOf()
          if (path.length > deepestValue) report(offset, 'it is nested too deeply')
          texts.push({
            path: path.join('.'),
            start: offset,
            end: offset + length,
            value,
            place: { type: 'yaml', style: 'json', indent: 0 },
          })
        },
        onError: (code, offset) => {
          const name = printParseErrorCode(code)
          report(offset, faults[name] ?? name)
        },
      },
      { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
    )
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { type: 'fault', offset: 0, message: 'it is nested too deeply' }
  }
  return fault ?? (isJson(raw) ? { texts, shared: [] } : unclear)
}

const unclear: YamlFault = { type: 'fault', offset: 0, message: 'a JSON parser refuses it' }

/** The last word is that of the parser which most readers of the file use. */
function isJson(raw: string): boolean {
  try {
    JSON.parse(raw)
    return true
  } catch {
    return false
  }
}
