import { findTags } from '../syntax/inlines/find-tags.ts'

/** An element that is not translated and reaches over several blocks: `<div translate="no">`, `<pre>`. */
export interface VerbatimScope {
  /** Opens an element whose start tag is in a block that ends at `from`; false when it has no end tag after it. */
  open(name: string, from: number): boolean
  /** Where in a span translation goes on: its start when nothing is open, undefined when the element lasts. */
  resume(start: number, end: number): number | undefined
}

export function createVerbatimScope(body: string): VerbatimScope {
  let element: string | undefined
  let depth = 0
  /** Names that have no end tag after an offset. */
  const endless = new Map<string, number>()
  const hasEnd = (name: string, from: number): boolean => {
    if ((endless.get(name) ?? body.length) <= from) return false
    const expression = new RegExp(`</${name.replace(/[^\w-]/g, String.raw`\$&`)}\\s*>`, 'gi')
    expression.lastIndex = from
    if (expression.test(body)) return true
    endless.set(name, from)
    return false
  }
  return {
    open(name, from) {
      if (!hasEnd(name, from)) return false
      element = name.toLowerCase()
      depth = 1
      return true
    },
    resume(start, end) {
      if (element === undefined) return start
      for (const tag of findTags(body.slice(start, end))) {
        if (tag.name.toLowerCase() !== element || tag.form === 'void') continue
        depth += tag.form === 'open' ? 1 : -1
        if (depth > 0) continue
        element = undefined
        return start + tag.end
      }
      return undefined
    },
  }
}
