import type { Code, Pattern } from '../model.ts'
import type { ImportedText } from './imported-unit.ts'

/**
 * The pattern that an imported text stands for: its codes are the source's where they have one's id or one's Markdown,
 * and otherwise what the file says they are.
 *
 * @param source the segment's pattern as it is now
 * @returns undefined when the file does not say what a code is
 */
export function assembleTarget(imported: ImportedText, source: Pattern): Pattern | undefined {
  const items: (string | Code)[] = []
  const numbers = new Map<string, number>()
  const numberOf = (id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return number
  }
  for (const item of imported) {
    const last = items.at(-1)
    if (typeof item === 'string') {
      if (typeof last === 'string') items[items.length - 1] = last + item
      else if (item !== '') items.push(item)
      continue
    }
    const own = source.find(
      (code): code is Code =>
        typeof code !== 'string' &&
        code.form === item.form &&
        (item.literal === undefined ? String(code.id) === item.id : code.literal === item.literal),
    )
    const literal = own?.literal ?? item.literal
    if (literal === undefined) return undefined
    items.push({ type: 'code', form: item.form, kind: own?.kind ?? 'tag', id: numberOf(item.id), literal })
  }
  return items
}
