import type { Event } from 'micromark-util-types'

/** Git's markers: seven signs at the start of a line, those of either side with a name. */
const marker = /^(?:(<{7}) |(={7})\r?$|(>{7}) )/gm

/**
 * The offset of the first merge conflict that Git left in a text: the line that opens it. Undefined when there is none,
 * or it is shown in a block of code.
 *
 * @param events the text's blocks; undefined: no block of code is looked for
 */
export function findConflict(text: string, events: readonly Event[] | undefined): number | undefined {
  let opened: number | undefined
  let isHalfway = false
  for (const { index, 1: open, 2: middle } of text.matchAll(marker)) {
    if (open !== undefined) {
      opened = index
      isHalfway = false
    } else if (middle !== undefined) {
      isHalfway = opened !== undefined
    } else if (opened !== undefined && isHalfway) {
      if (events === undefined || isText(opened, events)) return opened
      opened = undefined
      isHalfway = false
    }
  }
  return undefined
}

/** Plain blocks of code have no events. */
function isText(offset: number, events: readonly Event[]): boolean {
  const around = events.filter(
    ([kind, { start, end }]) => kind === 'enter' && start.offset <= offset && offset < end.offset,
  )
  return around.length > 0 && around.every(([, { type }]) => type !== 'codeFenced')
}
