import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'

/**
 * What a translation must leave of front matter: keys, their order, types, anchors, and all values but the translated
 * ones. Front matter that isn't valid YAML must stay as it is.
 *
 * @param isText whether the text at a path (`meta.title`) may be another; unknown paths count as such when undefined
 */
export function yamlShape(yaml: string, isText: (path: string) => boolean): string {
  try {
    const document = parseDocument(yaml, { logLevel: 'silent' })
    return document.errors.length > 0 ? yaml : nodeShape(document.contents, '', isText)
  } catch {
    return yaml
  }
}

function nodeShape(node: unknown, path: string, isText: (path: string) => boolean): string {
  if (isAlias(node)) return `*${node.source}`
  const mark = isScalar(node) || isMap(node) || isSeq(node) ? marks(node) : ''
  const below = (step: string): string => (path === '' ? step : `${path}.${step}`)
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : nodeShape(key, path, () => false)
      return `${JSON.stringify(name)}:${nodeShape(value, below(name), isText)}`
    })
    return `${mark}{${pairs.join(',')}}`
  }
  if (isSeq(node)) {
    const items = node.items.map((item, index) => nodeShape(item, below(String(index)), isText))
    return `${mark}[${items.join(',')}]`
  }
  if (!isScalar(node)) return 'null'
  const isFree = typeof node.value === 'string' && isText(path)
  return mark + (isFree ? 'text' : (JSON.stringify(node.value) ?? String(node.value)))
}

function marks(node: Node): string {
  const anchor = 'anchor' in node && node.anchor !== undefined ? `&${node.anchor} ` : ''
  return anchor + (node.tag === undefined ? '' : `${node.tag} `)
}
