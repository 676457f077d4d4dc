import type { Edit } from './apply-edits.ts'
import type { FilledSite } from './fill-holes.ts'
import type { HoleSite } from './hole-site.ts'

/**
 * Puts the translated texts of a source's markup into the markup of its translation: into that with the same target
 * (the same image), the first into the first; markup whose target is another gets what is left of its kind, in order.
 *
 * @param filled the source's texts
 * @param sites the translation's
 */
export function placeHoles(filled: readonly FilledSite[], sites: readonly HoleSite[]): readonly Edit[] {
  const edits: Edit[] = []
  const place = (by: 'carrier' | 'kind', from: readonly FilledSite[], to: readonly HoleSite[]) => {
    const waiting = new Map<string, FilledSite[]>()
    for (const site of [...from].reverse()) {
      const list = waiting.get(site[by])
      if (list === undefined) waiting.set(site[by], [site])
      else list.push(site)
    }
    const left: HoleSite[] = []
    for (const site of to) {
      const source = waiting.get(site[by])?.pop()
      if (source === undefined) left.push(site)
      else if (source.text !== undefined) {
        edits.push({ start: site.start, end: site.end, text: source.text })
      }
    }
    return { from: [...waiting.values()].flat(), to: left }
  }
  const rest = place('carrier', filled, sites)
  const inOrder = [...rest.from].sort((a, b) => a.start - b.start)
  place('kind', inOrder, rest.to)
  return edits
}
