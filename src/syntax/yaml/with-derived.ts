import type { Skeleton } from '../../model.ts'
import { writeYamlScalar } from './write-yaml-scalar.ts'

/**
 * A skeleton whose derived front-matter values (slugs and stems) are those of another locale.
 *
 * @param values by path; a value without one stays
 */
export function withDerived(skeleton: Skeleton, values: Readonly<Record<string, string>>): Skeleton {
  if (Object.keys(values).length === 0) return skeleton
  const parts = skeleton.parts.map(part => {
    if (part.type !== 'verbatim' || part.derived === undefined) return part
    const value = values[part.derived.path]
    if (value === undefined) return part
    return { ...part, raw: writeYamlScalar(part.raw, value, part.derived.place) }
  })
  return { ...skeleton, parts }
}
