import { readSimpleYaml } from '../syntax/yaml/read-simple-yaml.ts'
import { frontMatterIn } from './text/front-matter-in.ts'
import { valuesOf } from './text/values-of.ts'

/**
 * The slug that a page's front matter gives it, if any.
 *
 * @param keys front-matter paths that may
 */
export function slugOf(text: string, keys: readonly string[]): string | undefined {
  const yaml = keys.length === 0 ? undefined : frontMatterIn(text)
  if (yaml === undefined) return undefined
  const values = readSimpleYaml(yaml) ?? valuesOf(text, 'markdown') ?? []
  const found = values.find(({ path, value }) => keys.includes(path) && typeof value === 'string')?.value
  return typeof found === 'string' ? found : undefined
}
