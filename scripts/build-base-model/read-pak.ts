import { readFileSync } from 'node:fs'
import type { BilingualText } from './bilingual-text.ts'

/** Chromium's string packs, version 5: the same resource numbers in each language. */
export function readPaks(french: string, english: string): readonly BilingualText[] {
  const left = strings(french)
  const right = strings(english)
  return [...left].flatMap(([id, fr]) => {
    const en = right.get(id)
    return en === undefined ? [] : [{ fr, en }]
  })
}

function strings(path: string): ReadonlyMap<number, string> {
  const data = readFileSync(path)
  if (data.readUInt32LE(0) !== 5) throw new Error(`${path}: not a version 5 pack`)
  const count = data.readUInt16LE(8)
  const found = new Map<number, string>()
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 6
    const text = data.subarray(data.readUInt32LE(at + 2), data.readUInt32LE(at + 8)).toString('utf8')
    // Whole HTML pages (licences, credits) are no strings of the interface.
    if (text.length < 2000) found.set(data.readUInt16LE(at), text)
  }
  return found
}
