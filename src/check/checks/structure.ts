import type { Role, Unit, Verbatim } from '../../model.ts'
import { isContent } from '../../syntax/yaml/is-content.ts'
import type { Check } from '../check.ts'
import type { PageSide } from '../page-pair.ts'
import { withoutLiteralText } from '../text/without-literal-text.ts'

interface Kind {
  readonly name: string
  readonly count: (side: PageSide) => number
}

const kinds: readonly Kind[] = [
  { name: 'headings', count: side => unitsOf(side, ['heading']) },
  { name: 'list items', count: side => matches(side, /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?=[ \t\r]|$)/gm) },
  { name: 'table cells', count: side => unitsOf(side, ['cell']) },
  { name: 'images', count: side => matches(side, /!\[[^\]]*\]\(|<(?:img|Image)\b/g) },
  {
    name: 'code blocks',
    count: ({ text }) => Math.floor((text.match(/^[ \t>]*(?:```|~~~)/gm)?.length ?? 0) / 2),
  },
  { name: 'rules', count: side => matches(side, /^[ \t]*(?:-{3,}|\*{3,})[ \t]*\r?$/gm) },
]

/** A page has the blocks of its source: as many headings, list items, cells, images, code blocks and rules. */
export const checkStructure: Check = function* ({ source, target, diverged, format }) {
  if (isContent(format)) return
  for (const { name, count } of kinds) {
    const wanted = count(source)
    const found = count(target)
    if (wanted === found) continue
    const what = `The page has ${found} ${found === 1 ? name.replace(/s$/, '') : name}, its source ${wanted}.`
    const next = diverged
      ? 'It was shaped by hand: check that nothing is missing.'
      : 'Make them alike, or run `verso translate` to write the page anew.'
    yield { code: 'structure-differs', message: `${what} ${next}`, side: 'target', line: 1, column: 1 }
  }
}

function unitsOf({ skeleton }: PageSide, roles: readonly Role[]): number {
  return skeleton.parts.filter((part: Verbatim | Unit) => part.type === 'unit' && roles.includes(part.role))
    .length
}

function matches({ text }: PageSide, pattern: RegExp): number {
  return withoutLiteralText(text).match(pattern)?.length ?? 0
}
