import { findTags, type Tag, type TagAttribute } from '../../syntax/inlines/find-tags.ts'

/** Elements that `findTags` gives whole: their content is no text. */
const opaque = new Set(['script', 'style'])

/** What would be markers of block quotes, if the line weren't in HTML. */
const markers = /^[ \t]*>[ \t>]*/gm

/** What a browser takes for a tag though it is none here: `<https://a.fr>`, which it would not show. */
const brokenTags = /<[a-zA-Z/!?]/g

/**
 * What a translation must leave of HTML source: its tags with their attributes, in order, comments and scripts in full,
 * how many broken tags it has, and how many `>` its lines begin with, which are text. All other text between tags and
 * the values of the given attributes are left out.
 *
 * @param attributes names in lower case
 */
export function htmlShape(html: string, attributes: ReadonlySet<string>): string {
  const tags = findTags(html)
  if (tags.length === 0) return html
  const shape = tags.map(tag => tagShape(html, tag, attributes)).join('')
  const broken = brokenCount(html, tags)
  const leading = html.match(markers)?.join('').replace(/[^>]/g, '') ?? ''
  return `${shape}${broken === 0 ? '' : ` and ${broken} broken`}${leading === '' ? '' : ` and ${leading}`}`
}

function brokenCount(html: string, tags: readonly Tag[]): number {
  let at = 0
  let count = 0
  for (const { start, end } of [...tags, { start: html.length, end: html.length }]) {
    count += html.slice(at, start).match(brokenTags)?.length ?? 0
    at = end
  }
  return count
}

function tagShape(html: string, tag: Tag, attributes: ReadonlySet<string>): string {
  const source = html.slice(tag.start, tag.end)
  if (/^[!?]/.test(tag.name) || opaque.has(tag.name.toLowerCase())) return source
  const values = tag.attributes.map(attribute => ` ${attributeShape(html, attribute, attributes)}`)
  return `<${tag.form} ${tag.name}${values.join('')}>`
}

function attributeShape(html: string, attribute: TagAttribute, attributes: ReadonlySet<string>): string {
  const { name, quote, valueStart, valueEnd, start, end } = attribute
  if (quote === '{' || valueStart === valueEnd || !attributes.has(name.toLowerCase()))
    return html.slice(start, end)
  return `${name}=${quote}`
}
