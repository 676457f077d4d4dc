import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BilingualText } from './bilingual-text.ts'

/** LibreOffice help: the same files in each language, paragraphs and headings with the same ids. */
export function readHelp(french: string, english: string): readonly BilingualText[] {
  const texts: BilingualText[] = []
  for (const file of htmlFiles(french)) {
    const left = paragraphs(readFileSync(join(french, file), 'utf8'))
    let right: ReadonlyMap<string, string>
    try {
      right = paragraphs(readFileSync(join(english, file), 'utf8'))
    } catch {
      continue
    }
    for (const [id, fr] of left) {
      const en = right.get(id)
      if (en !== undefined) texts.push({ fr, en })
    }
  }
  return texts
}

function paragraphs(html: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, tag, id = '', text = ''] of html.matchAll(
    /<(p|h[1-6])\b[^>]*\bid="((?:par|hd)_[^"]+)"[^>]*>([\s\S]*?)<\/\1>/gu,
  )) {
    if (tag !== undefined && !found.has(id)) found.set(id, text)
  }
  return found
}

/** All HTML files below a folder, in a fixed order. */
function htmlFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.html'))
    .sort()
}
