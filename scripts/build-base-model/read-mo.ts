import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BilingualText } from './bilingual-text.ts'

/** Folders of gettext `.mo` files; a message that the English folder lacks stands in its own key. */
export function readMo(french: string, english: string): readonly BilingualText[] {
  const texts: BilingualText[] = []
  for (const file of readdirSync(french)
    .filter(name => name.endsWith('.mo'))
    .sort()) {
    const left = messages(join(french, file))
    const right = messages(join(english, file))
    for (const [key, fr] of left) {
      const id = key.slice(key.indexOf('\u0004') + 1)
      if (id !== '' && !id.includes('\0')) texts.push({ fr, en: right.get(key) ?? id })
    }
  }
  return texts
}

function messages(path: string): ReadonlyMap<string, string> {
  let data: Buffer
  try {
    data = readFileSync(path)
  } catch {
    return new Map()
  }
  const text = (table: number, i: number): string => {
    const length = data.readUInt32LE(table + i * 8)
    const from = data.readUInt32LE(table + i * 8 + 4)
    return data.subarray(from, from + length).toString('utf8')
  }
  const count = data.readUInt32LE(8)
  const ids = data.readUInt32LE(12)
  const values = data.readUInt32LE(16)
  return new Map(Array.from({ length: count }, (_, i) => [text(ids, i), text(values, i)]))
}
