import { diffArrays } from 'diff'

export interface WordChange {
  readonly type: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * Two versions of a text, word by word; words that changed side by side are shown as one change. Joining what is `same`
 * and `removed` gives the old one back, joining what is `same` and `added` the new one.
 */
export function compareWords(before: string, after: string): readonly WordChange[] {
  const changes = diffArrays(tokensOf(before), tokensOf(after)).map(
    ({ value, added, removed }): WordChange => ({
      type: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  )
  return runsOf(changes).flatMap(joined).reduce(withNext, [])
}

/** What stayed on both sides of white space that stayed is one text. */
function withNext(list: readonly WordChange[], next: WordChange): readonly WordChange[] {
  const last = list.at(-1)
  return last?.type === 'same' && next.type === 'same'
    ? [...list.slice(0, -1), { type: 'same', text: last.text + next.text }]
    : [...list, next]
}

/** Changes with nothing but white space between them, together; all else by itself. */
function runsOf(changes: readonly WordChange[]): readonly (readonly WordChange[])[] {
  const runs: WordChange[][] = []
  let isOpen = false
  for (const [n, change] of changes.entries()) {
    const isGap = change.type === 'same' && change.text.trim() === '' && n + 1 < changes.length
    const goesOn: boolean = isOpen && (isGap || change.type !== 'same')
    if (goesOn) runs.at(-1)?.push(change)
    else runs.push([change])
    isOpen = goesOn || change.type !== 'same'
  }
  return runs
}

/** What went in a run, then what came; white space that both begin or end with stays. */
function joined(run: readonly WordChange[]): readonly WordChange[] {
  const without = (type: WordChange['type']) =>
    run.map(change => (change.type === type ? '' : change.text)).join('')
  const removed = without('added')
  const added = without('removed')
  if (!run.some(({ type }) => type === 'removed') || !run.some(({ type }) => type === 'added')) return run
  const start = /^\s*/.exec(removed)?.[0] ?? ''
  const end = /\s*$/.exec(removed)?.[0] ?? ''
  const before = start !== '' && added.startsWith(start) ? start : ''
  const after = end !== '' && added.endsWith(end) ? end : ''
  const changes: readonly WordChange[] = [
    { type: 'same', text: before },
    { type: 'removed', text: removed.slice(before.length, removed.length - after.length) },
    { type: 'added', text: added.slice(before.length, added.length - after.length) },
    { type: 'same', text: after },
  ]
  return changes.filter(({ text }) => text !== '')
}

/** Words, runs of white space, and every other character by itself. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []
}
