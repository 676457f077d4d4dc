import type { Pattern, Skeleton } from '../../model.ts'
import { attributeNames } from './attribute-names.ts'
import type { TextRules } from './node-shape.ts'

const beforeValue = /([\w:@.$-]+)\s*=\s*["']?$/

/** What of a page's markup is text: the attributes and front-matter values that its skeleton has units for. */
export function textRulesOf({ parts }: Skeleton): TextRules {
  const attributes = new Set<string>()
  const paths = new Set<string>()
  for (const [index, part] of parts.entries()) {
    if (part.type === 'verbatim') {
      if (part.derived !== undefined) paths.add(part.derived.path)
      continue
    }
    if (part.path !== undefined) paths.add(part.path)
    if (part.role === 'attribute') {
      const name = beforeValue.exec(parts[index - 1]?.raw.slice(-100) ?? '')?.[1]
      if (name !== undefined) attributes.add(name.toLowerCase())
    }
    for (const name of part.pieces.flatMap(piece => (piece.type === 'gap' ? [] : namesIn(piece.pattern)))) {
      attributes.add(name)
    }
  }
  return { attributes, isFrontMatterText: path => paths.has(path) }
}

/** Most patterns have no holes. */
function namesIn(pattern: Pattern): readonly string[] {
  return pattern.some(item => typeof item === 'object' && item.holes !== undefined)
    ? attributeNames(pattern)
    : []
}
