import { evenOut } from './even-out.ts'
import type { MatchSet } from './match-set.ts'
import type { OldSegment } from './old-segment.ts'
import { takeGroup } from './take-group.ts'

/**
 * Second step: segments with a key that is new continue one that is gone when only its role or typography is another,
 * or when a stale one's source is again what its target was made for.
 */
export function matchByText(set: MatchSet): void {
  const news = [...set.groups].filter(([, indices]) => set.matches[indices[0] ?? -1] === undefined)
  const free = set.olds.filter(old => !set.isUsed(old))
  if (news.length === 0 || free.length === 0) return
  const byText = new Map<string, OldSegment[]>()
  const enter = (text: string, old: OldSegment) => {
    const list = byText.get(text)
    if (list) list.push(old)
    else byText.set(text, [old])
  }
  // What a page had last is asked before what its stale targets were made for.
  for (const old of free) enter(evenOut(old.fragment), old)
  for (const old of free) {
    if (old.state?.previousSource !== undefined) enter(evenOut(old.state.previousSource), old)
  }
  for (const [key, indices] of news) {
    const list = byText.get(evenOut(set.segments[indices[0] ?? 0]?.fragment ?? ''))
    if (!list) continue
    const role = key.slice(0, key.indexOf('.'))
    const sameRole = list.findIndex(old => old.role === role && !set.isUsed(old))
    const at = sameRole >= 0 ? sameRole : list.findIndex(old => !set.isUsed(old))
    const [old] = at >= 0 ? list.splice(at, 1) : []
    if (old) takeGroup(set, indices, 'kept', old)
  }
}
