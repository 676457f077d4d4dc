import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AlignItem } from '../../src/align/align-item.ts'
import { alignSequences } from '../../src/align/align-sequences.ts'
import { textAnchors } from '../../src/align/text-anchors.ts'
import type { BilingualText } from './bilingual-text.ts'

/** The Apache HTTP server's manual: the same files in each language; blocks are aligned, as some translations lag. */
export function readManual(french: string, english: string): readonly BilingualText[] {
  const texts: BilingualText[] = []
  const files = readdirSync(french, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter(name => name.endsWith('.html')).sort()) {
    const left = blocks(join(french, file))
    const right = blocks(join(english, file))
    if (left.length === 0 || right.length === 0) continue
    const beads = alignSequences(left.map(item), right.map(item), { merges: false })
    for (const { source, target, similarity } of beads) {
      const fr = left[source[0] ?? -1]?.text
      const en = right[target[0] ?? -1]?.text
      if (fr !== undefined && en !== undefined && fr !== en && similarity > 0.45) texts.push({ fr, en })
    }
  }
  return texts
}

interface Block {
  readonly type: string
  readonly text: string
}

function blocks(path: string): readonly Block[] {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    return []
  }
  const isUtf8 = /charset=utf-8/iu.test(bytes.subarray(0, 2000).toString('latin1'))
  const html = bytes.toString(isUtf8 ? 'utf8' : 'latin1').replace(/<pre\b[\s\S]*?<\/pre>/gu, '')
  const found: Block[] = []
  for (const [, type = '', text = ''] of html.matchAll(
    /<(p|li|h[1-5]|td|dt|dd)\b[^>]*>((?:(?!<(?:p|li|h[1-5]|td|dt|dd|ul|ol|table|div)\b)[\s\S])*?)<\/\1>/gu,
  )) {
    if (/\p{L}{3}/u.test(text)) found.push({ type, text })
  }
  return found
}

function item(block: Block): AlignItem {
  const anchors = new Map<string, number>()
  textAnchors(block.text.replace(/<[^>]*>/gu, ''), (anchor, weight) =>
    anchors.set(anchor, (anchors.get(anchor) ?? 0) + weight),
  )
  return { type: block.type, length: block.text.length, anchors }
}
