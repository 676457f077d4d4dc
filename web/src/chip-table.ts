import type { CodeView, PatternView } from '../../src/pipeline/review/review-view.ts'

/**
 * How a pattern is held by the editor: as text in which one private-use character stands for each code. A code is
 * then one character: typing can't break it, and undo, cut and paste carry it whole.
 */
export interface ChipTable {
  readonly chips: ReadonlyMap<string, Chip>
}

export interface Chip {
  readonly code: CodeView
  readonly character: string
  /** The same for both halves of a pair. */
  readonly pair: number
  readonly isOfSource: boolean
}

const firstPrivate = 0xe000
const lastPrivate = 0xf8ff

/** Gives each code of the source, and each that the target has over and above them, a character that no text uses. */
export function createChipTable(source: PatternView, target: PatternView): ChipTable {
  const texts = [...source, ...target].filter(item => typeof item === 'string').join('')
  const chips = new Map<string, Chip>()
  let next = firstPrivate
  const add = (code: CodeView, pair: number, isOfSource: boolean) => {
    while (texts.includes(String.fromCharCode(next)) && next < lastPrivate) next++
    const character = String.fromCharCode(next++)
    chips.set(character, { code, character, pair, isOfSource })
  }
  const ofSource = codesOf(source)
  for (const code of ofSource) add(code, code.id, true)
  const spare = ofSource.map(literalOf)
  const offset = ofSource.length + 1
  for (const code of codesOf(target)) {
    const at = spare.indexOf(literalOf(code))
    if (at >= 0) spare.splice(at, 1)
    else add(code, offset + code.id, false)
  }
  return { chips }
}

/** A pattern as the editor's text. */
export function toText(pattern: PatternView, { chips }: ChipTable): string {
  const free = new Set(chips.values())
  const openPairs = new Map<number, number>()
  return pattern
    .map(item => {
      if (typeof item === 'string') return item
      const chip = pick(item, free, openPairs)
      if (chip === undefined) return ''
      free.delete(chip)
      if (item.form === 'open') openPairs.set(item.id, chip.pair)
      return chip.character
    })
    .join('')
}

/** The free chip that looks like the code: for a closing one, that of the pair which was opened. */
function pick(
  code: CodeView,
  free: ReadonlySet<Chip>,
  openPairs: ReadonlyMap<number, number>,
): Chip | undefined {
  const alike = [...free].filter(chip => literalOf(chip.code) === literalOf(code))
  const pair = code.form === 'close' ? openPairs.get(code.id) : undefined
  return alike.find(chip => chip.pair === pair) ?? alike[0]
}

/** The editor's text as a pattern; codes are numbered anew. Halves of pairs that have lost the other are left out. */
export function toPattern(text: string, table: ChipTable): PatternView {
  const lost = new Set(orphansIn(text, table))
  const pattern: (string | CodeView)[] = []
  const open: number[] = []
  let last = 0
  let plain = ''
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    const chip = table.chips.get(character)
    if (chip === undefined) {
      plain += character
      continue
    }
    if (lost.has(at)) continue
    if (plain !== '') pattern.push(plain)
    plain = ''
    const id = chip.code.form === 'close' ? (open.pop() ?? 0) : ++last
    if (chip.code.form === 'open') open.push(id)
    pattern.push({ ...chip.code, id })
  }
  if (plain !== '') pattern.push(plain)
  return pattern
}

/** Offsets of opening and closing codes that have no partner, or whose pairs cross. */
export function orphansIn(text: string, { chips }: ChipTable): readonly number[] {
  const orphans: number[] = []
  let open: { readonly at: number; readonly pair: number }[] = []
  for (let at = 0; at < text.length; at++) {
    const chip = chips.get(text.charAt(at))
    if (chip === undefined || chip.code.form === 'standalone') continue
    if (chip.code.form === 'open') {
      open.push({ at, pair: chip.pair })
      continue
    }
    const partner = open.findLastIndex(({ pair }) => pair === chip.pair)
    if (partner < 0) orphans.push(at)
    else {
      orphans.push(...open.slice(partner + 1).map(one => one.at))
      open = open.slice(0, partner)
    }
  }
  return [...orphans, ...open.map(one => one.at)].toSorted((a, b) => a - b)
}

/** The text as it reads elsewhere: Markdown, with codes as they are written. */
export function toPlain(text: string, { chips }: ChipTable): string {
  return [...text].map(character => chips.get(character)?.code.literal ?? character).join('')
}

function codesOf(pattern: PatternView): readonly CodeView[] {
  return pattern.filter(item => typeof item !== 'string')
}

function literalOf({ form, literal }: CodeView): string {
  return `${form} ${literal}`
}
