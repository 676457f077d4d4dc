import type { Pattern } from '../../model.ts'

const beforeValue = /([\w:@.$-]+)\s*=\s*["']?$/

/** The names, in lower case, of the attributes of a pattern's tags that have texts of their own. */
export function attributeNames(pattern: Pattern): readonly string[] {
  const names = new Set<string>()
  for (const item of pattern) {
    if (typeof item === 'string') continue
    for (const { start, unit } of item.holes ?? []) {
      if (unit.role !== 'attribute') continue
      const name = beforeValue.exec(item.literal.slice(Math.max(0, start - 100), start))?.[1]
      if (name !== undefined) names.add(name.toLowerCase())
    }
  }
  return [...names]
}
