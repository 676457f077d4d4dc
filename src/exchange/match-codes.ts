import type { Code, Pattern } from '../model.ts'

/**
 * Gives a target's codes the ids of the source's that they are: equal literals first, then codes of the same kind in
 * order. What the source has none of gets ids above all of the source's.
 */
export function matchCodes(source: Pattern, target: Pattern): Pattern {
  const free = source.filter(isOpening)
  const ids = new Map<number, number>()
  const own = target.filter(isOpening)
  const take = (code: Code, isMatch: (other: Code) => boolean) => {
    if (ids.has(code.id)) return
    const at = free.findIndex(isMatch)
    const [found] = at < 0 ? [] : free.splice(at, 1)
    if (found !== undefined) ids.set(code.id, found.id)
  }
  const endings = new Map([...source, ...target].filter(isClosing).map(code => [code, code.literal]))
  const endOf = (pattern: Pattern, id: number) =>
    pattern.find((item): item is Code => isClosing(item) && item.id === id)
  const isSame = (code: Code, other: Code) =>
    code.form === other.form && code.kind === other.kind && code.literal === other.literal
  for (const code of own) {
    const end = endings.get(endOf(target, code.id) ?? code)
    take(code, other => isSame(code, other) && end === endings.get(endOf(source, other.id) ?? other))
  }
  for (const code of own) take(code, other => code.form === other.form && code.kind === other.kind)
  let next = Math.max(0, ...source.map(item => (typeof item === 'string' ? 0 : item.id)))
  for (const code of own) {
    if (ids.has(code.id)) continue
    next += 1
    ids.set(code.id, next)
  }
  return target.map(item => (typeof item === 'string' ? item : { ...item, id: ids.get(item.id) ?? item.id }))
}

function isOpening(item: string | Code): item is Code {
  return typeof item !== 'string' && item.form !== 'close'
}

function isClosing(item: string | Code): item is Code {
  return typeof item !== 'string' && item.form === 'close'
}
