import { parse } from 'node:path/posix'
import { frontMatterAction } from '../../syntax/yaml/front-matter-action.ts'
import { isContent } from '../../syntax/yaml/is-content.ts'
import type { Check } from '../check.ts'
import type { CheckTools } from '../check-tools.ts'
import type { Finding } from '../finding.ts'
import { quote } from '../text/quote.ts'
import { valuesOf } from '../text/values-of.ts'

type Entries = NonNullable<ReturnType<typeof valuesOf>>
type Entry = Entries[number]

/** The front matter of a translation, or the content file that it is, has the source's keys, types and order, and what its rules say of its values. */
export const checkFrontMatter: Check = function* (page, tools) {
  const source = valuesOf(page.source.text, page.format)
  const target = valuesOf(page.target.text, page.format)
  if (source === undefined && target === undefined) return
  if (source === undefined || target === undefined) {
    const lacks =
      target === undefined
        ? 'The page has no front matter, its source has'
        : 'The page has front matter, its source has none'
    yield finding('front-matter-keys', undefined, `${lacks}. Make them alike.`)
    return
  }
  const subject = isContent(page.format) ? 'The file' : 'The front matter'
  const known = new Map(target.map(entry => [entry.path, entry]))
  for (const wanted of source) {
    const found = known.get(wanted.path)
    if (found === undefined) {
      if (isTop(wanted.path, known))
        yield finding(
          'front-matter-keys',
          undefined,
          `${subject} lacks \`${wanted.path}\`, which the source has. Add it.`,
        )
    } else if (found.type !== wanted.type) {
      yield finding(
        'front-matter-type',
        found,
        `\`${wanted.path}\` is ${article(found.type)} here and ${article(wanted.type)} in the source. Write it as the source does.`,
      )
    } else {
      yield* checkValue(wanted, found, page.source.file, tools)
    }
  }
  yield* checkAdded(source, target, subject)
  yield* checkOrder(source, target)
}

function* checkAdded(source: Entries, target: Entries, subject: string): Generator<Finding> {
  const known = new Map(source.map(entry => [entry.path, entry]))
  for (const added of target) {
    if (known.has(added.path) || !isTop(added.path, known)) continue
    yield finding(
      'front-matter-keys',
      added,
      `${subject} has \`${added.path}\`, which the source has not. Remove it, or add it to the source.`,
    )
  }
}

function* checkOrder(source: Entries, target: Entries): Generator<Finding> {
  const inTarget = new Set(target.map(({ path }) => path))
  const wanted = source.map(({ path }) => path).filter(path => inTarget.has(path))
  const shared = new Set(wanted)
  const found = target.filter(({ path }) => shared.has(path))
  const at = found.findIndex(({ path }, index) => path !== wanted[index])
  const entry = found[at]
  if (entry === undefined) return
  yield finding(
    'front-matter-order',
    entry,
    `\`${wanted[at]}\` comes here in the source, and \`${entry.path}\` later. Put the keys in the source’s order.`,
  )
}

function* checkValue(source: Entry, target: Entry, file: string, tools: CheckTools): Generator<Finding> {
  if (source.type === 'mapping' || source.type === 'list') return
  switch (source.type === 'text' ? frontMatterAction(source.path, tools.values) : 'keep') {
    case 'keep':
      if (source.value !== target.value)
        yield finding(
          'front-matter-value',
          target,
          `\`${source.path}\` is to be kept: the source has ${shown(source.value)}, the page ${shown(target.value)}. Write the source’s value, or change the rule in verso.config.yaml.`,
        )
      return
    case 'stem':
      if (target.value !== parse(file).name && source.value !== '/' && source.value !== '')
        yield finding(
          'front-matter-value',
          target,
          `\`${source.path}\` is to be the file’s name, \`${parse(file).name}\`, and is ${shown(target.value)}. Write that, or change the rule in verso.config.yaml.`,
        )
      return
    case 'translate':
    case 'markdown':
    case 'slug':
    case 'link':
      if (target.value === '' && source.value !== '')
        yield finding('front-matter-value', target, `\`${source.path}\` is empty. Write its translation.`)
      return
  }
}

/** Whether a mapping or list is there around a value: else what stands in its place is reported, and that alone. */
function isTop(path: string, known: ReadonlyMap<string, Entry>): boolean {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')))
  const type = known.get(parent)?.type
  return parent === '' || type === 'mapping' || type === 'list'
}

function article(type: Entry['type']): string {
  return type === 'nothing' ? 'empty' : `a ${type}`
}

function shown(value: unknown): string {
  return value === undefined || value === null ? 'nothing' : quote(String(value))
}

function finding(code: Finding['code'], entry: Entry | undefined, message: string): Finding {
  return { code, message, side: 'target', line: entry?.line ?? 1, column: entry?.column ?? 1 }
}
