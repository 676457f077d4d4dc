import type { Syntax } from '../../model.ts'
import { inlinesOf } from '../inlines/inlines-of.ts'
import type { Spellings } from './spellings.ts'

/** Escapes that only the start of a line asks for: they are put where they are needed when a page is written. */
const lineStart = new Set('.)-+#>=')

/**
 * How a source fragment spells characters that it never writes plainly: `&nbsp;`, `&copy;`, `\*`. A translation is
 * written with the same spellings.
 */
export function spellingsOf(sourceFragment: string, syntax: Syntax): Spellings {
  const spellings = new Map<string, string>()
  if (syntax === 'text' || !/[\\&]/.test(sourceFragment)) return spellings
  const plain: string[] = []
  for (const item of inlinesOf(sourceFragment, syntax)) {
    if (item.type !== 'text') continue
    const written = sourceFragment.slice(item.start, item.end)
    if (written === item.value) plain.push(written)
    else if (isOnePoint(item.value) && !(written.startsWith('\\') && lineStart.has(item.value))) {
      spellings.set(item.value, written)
    }
  }
  if (spellings.size > 0) for (const point of plain.join('')) spellings.delete(point)
  return spellings
}

function isOnePoint(value: string): boolean {
  return value.length === ((value.codePointAt(0) ?? 0) > 0xffff ? 2 : 1)
}
