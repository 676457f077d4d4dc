import { isOtherYamlType } from './is-other-yaml-type.ts'
import type { YamlText } from './yaml-text.ts'

/** A line of what most front matter consists of: `key:`, `key: value`, `- value`, where values begin with a letter, `/` or `_`, or are in quotes. */
const line =
  /^( *)(?:(- )(?! )|([A-Za-z_][\w-]*):(?= |$))(?: *(?:((?:[\p{L}/_]|\d+ +(?=[^ \t#]))(?:[^ \t\r:#]|:(?=[^ \t\r])|(?<=[^ \t])#| +(?=[^ \t\r#]))*)|"([^"\\]*)"|'([^']*)'|(\d+)))? *$/u

/** Deeper front matter is left to the parser. */
const maxDepth = 16

/** A block collection that is being read. */
interface Frame {
  readonly indent: number
  readonly path: string
  readonly keys: Set<string> | undefined
  items: number
}

/**
 * Reads YAML that consists of nothing but block mappings and lists of short values, ten times as fast as a YAML
 * parser does. Undefined for all other YAML, faulty YAML included: the parser has to look at it.
 */
export function readSimpleYaml(raw: string): readonly YamlText[] | undefined {
  const texts: YamlText[] = []
  const frames: Frame[] = []
  /** Path of a key whose value may follow on the next lines; undefined after a value. */
  let pending: string | undefined = ''
  let at = 0
  for (const source of raw.split('\n')) {
    if (source !== '') {
      const match = line.exec(source)
      if (match === null) return undefined
      const path = pathOf(match, frames, pending)
      if (path === undefined) return undefined
      const isEmpty = match.slice(4).every(value => value === undefined)
      if (isEmpty && match[2] !== undefined) return undefined
      pending = isEmpty ? path : undefined
      const text = textOf(match, path, at)
      if (text !== undefined) texts.push(text)
    }
    at += source.length + 1
  }
  return texts
}

/** The path that a line's value has; undefined where a line like it can't stand. */
function pathOf(match: RegExpExecArray, frames: Frame[], pending: string | undefined): string | undefined {
  const [, spaces = '', dash, key] = match
  const frame = frameOf(frames, spaces.length, dash !== undefined, pending)
  if (frame === undefined || frames.length > maxDepth) return undefined
  const step = key ?? String(frame.items++)
  if (frame.keys?.has(step) === true) return undefined
  frame.keys?.add(step)
  return frame.path === '' ? step : `${frame.path}.${step}`
}

/** @param at where the line starts */
function textOf(match: RegExpExecArray, path: string, at: number): YamlText | undefined {
  const [source, spaces = '', dash, , plain, double, single] = match
  const value = plain ?? double ?? single ?? ''
  if (value === '' || (plain !== undefined && isOtherYamlType(plain))) return undefined
  const end = at + source.replace(/ +$/, '').length
  return {
    path,
    start: end - value.length - (plain === undefined ? 2 : 0),
    end,
    value,
    place: {
      type: 'yaml',
      style: plain !== undefined ? 'plain' : double !== undefined ? 'double' : 'single',
      indent: spaces.length + (dash === undefined ? 0 : 2),
    },
  }
}

/** The collection that a line belongs to: one that is open, or the value of the key before. Undefined when it fits none. */
function frameOf(
  frames: Frame[],
  indent: number,
  isItem: boolean,
  pending: string | undefined,
): Frame | undefined {
  let top = frames.at(-1)
  const isBelow = top === undefined || indent > top.indent
  const isListOfKey = isItem && top?.keys !== undefined && indent === top.indent
  if (pending !== undefined && (isBelow || isListOfKey)) {
    const frame = { indent, path: pending, keys: isItem ? undefined : new Set<string>(), items: 0 }
    frames.push(frame)
    return frame
  }
  while (
    top !== undefined &&
    (top.indent > indent || (top.indent === indent && isItem !== (top.keys === undefined)))
  ) {
    frames.pop()
    top = frames.at(-1)
  }
  return top?.indent === indent ? top : undefined
}
