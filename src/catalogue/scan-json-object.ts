/** One member of a JSON object: its key decoded, its value as written. */
interface JsonMember {
  readonly key: string
  readonly value: string
  /** Offset of the key's opening quote. */
  readonly offset: number
}

export type ScannedObject =
  | { readonly type: 'members'; readonly members: readonly JsonMember[] }
  | { readonly type: 'fault'; readonly offset: number; readonly what: string }

/**
 * Takes a JSON object apart without losing what `JSON.parse` does: members whose key occurs twice, the order of
 * keys that look like integers, the way values are written. Takes time linear in the text and no recursion.
 */
export function scanJsonObject(text: string): ScannedObject {
  let at = spaceEnd(text, text.startsWith('\uFEFF') ? 1 : 0)
  if (text[at] !== '{') return fault(at, 'Expected `{`')
  const members: JsonMember[] = []
  at = spaceEnd(text, at + 1)
  while (text[at] !== '}' || members.length > 0) {
    const offset = at
    const keyEnd = text[at] === '"' ? stringEnd(text, at) : at
    const key = parsed(text.slice(at, keyEnd))
    if (typeof key !== 'string') return fault(at, 'Expected a key in double quotes')
    at = spaceEnd(text, keyEnd)
    if (text[at] !== ':') return fault(at, 'Expected `:` after the key')
    at = spaceEnd(text, at + 1)
    const end = valueEnd(text, at)
    const value = text.slice(at, end)
    if (parsed(value) === undefined) return fault(at, 'Expected a JSON value')
    members.push({ key, value, offset })
    at = spaceEnd(text, end)
    if (text[at] === '}') break
    if (text[at] !== ',') return fault(at, 'Expected `,` or `}` after the value')
    at = spaceEnd(text, at + 1)
  }
  at = spaceEnd(text, at + 1)
  return at === text.length ? { type: 'members', members } : fault(at, 'Expected nothing after the last `}`')
}

function fault(offset: number, what: string): ScannedObject {
  return { type: 'fault', offset, what }
}

/** Undefined, which is no JSON value, for what is not well-formed. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function spaceEnd(text: string, start: number): number {
  let at = start
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1
  return at
}

/** The end of the string that begins at `start`; the text's end when it is not closed. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at + 1
    if (text[at] === '\\') at += 1
  }
  return text.length
}

function valueEnd(text: string, start: number): number {
  if (text[start] === '"') return stringEnd(text, start)
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') at = stringEnd(text, at) - 1
    else if (character === '{' || character === '[') depth += 1
    else if (depth > 0 && (character === '}' || character === ']')) depth -= 1
    else if (depth === 0 && (character === undefined || ',} \n\r\t'.includes(character))) return at
    if (depth === 0 && (character === '}' || character === ']')) return at + 1
  }
  return text.length
}
