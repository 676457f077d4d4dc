import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BilingualText } from './bilingual-text.ts'

/** Unpacked Mozilla language packs: `.ftl` and `.properties` files with the same messages in each language. */
export function readMozilla(french: string, english: string): readonly BilingualText[] {
  const left = messages(french, 'fr')
  const right = messages(english, 'en-GB')
  return [...left].flatMap(([key, fr]) => {
    const en = right.get(key)
    return en === undefined ? [] : [{ fr, en }]
  })
}

function messages(folder: string, locale: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const name = file.replaceAll(`/${locale}/`, '/*/').replaceAll(`/${locale}/`, '/*/')
    if (file.endsWith('.ftl')) readFluent(readFileSync(join(folder, file), 'utf8'), name, found)
    if (file.endsWith('.properties')) readProperties(readFileSync(join(folder, file), 'utf8'), name, found)
  }
  return found
}

/** Fluent messages and attributes; those with selectors are left out by the cleaning. */
function readFluent(text: string, file: string, found: Map<string, string>): void {
  let message = ''
  let key = ''
  for (const line of text.split('\n')) {
    const start = /^(-?[\w-]+) *= *(.*)$/u.exec(line)
    const attribute = /^ +\.([\w-]+) *= *(.*)$/u.exec(line)
    if (start !== null) {
      message = `${file}:${start[1]}`
      key = message
      found.set(key, start[2] ?? '')
    } else if (attribute !== null) {
      key = `${message}.${attribute[1]}`
      // One letter, of no use.
      if (!/key$/iu.test(attribute[1] ?? '')) found.set(key, attribute[2] ?? '')
    } else if (/^ +\S/u.test(line) && found.has(key)) {
      found.set(key, `${found.get(key)} ${line.trim()}`.trim())
    }
  }
}

function readProperties(text: string, file: string, found: Map<string, string>): void {
  for (const line of text.replace(/\\\n\s*/gu, '').split('\n')) {
    const match = /^([\w.-]+)\s*[=:]\s*(.*)$/u.exec(line)
    if (match === null || /key$/iu.test(match[1] ?? '')) continue
    const value = (match[2] ?? '').replace(/\\u([0-9a-f]{4})/giu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    found.set(`${file}:${match[1]}`, value)
  }
}
