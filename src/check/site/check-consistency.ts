import type { TextFact } from '../page-facts.ts'
import type { Site, SiteFinding } from './site.ts'

interface Placed {
  readonly file: string
  readonly text: TextFact
}

/** Equal sentences are translated alike, on all pages. */
export function* checkConsistency({ pages }: Site): Generator<SiteFinding> {
  const bySource = new Map<string, Placed[]>()
  for (const page of pages) {
    if (page.target === undefined) continue
    for (const text of page.texts) {
      const list = bySource.get(text.source) ?? []
      list.push({ file: page.target.file, text })
      bySource.set(text.source, list)
    }
  }
  for (const list of bySource.values()) {
    if (list.length > 1) yield* checkGroup(list)
  }
}

/** What most say is right; of equals the first. */
function* checkGroup(list: readonly Placed[]): Generator<SiteFinding> {
  const counts = new Map<string, number>()
  for (const { text } of list) counts.set(text.target, (counts.get(text.target) ?? 0) + 1)
  if (counts.size === 1) return
  const [usual] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  const other = list.find(({ text }) => text.target === usual)
  if (other === undefined) return
  for (const { file, text } of list) {
    if (text.target === usual) continue
    yield {
      code: 'inconsistent-translation',
      file,
      line: text.line,
      column: text.column,
      key: text.key,
      message: `The same source is translated in another way at ${other.file}:${other.text.line}. Use one translation, unless the two mean different things.`,
    }
  }
}
