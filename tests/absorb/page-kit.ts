import type { PageBase } from '../../src/absorb/page-base.ts'
import { recordRegenerated } from '../../src/absorb/record-regenerated.ts'
import { extractPage } from '../../src/extract/extract-page.ts'
import type { Skeleton, Unit } from '../../src/model.ts'
import { segmentsOf } from '../../src/syntax/segments-of.ts'

/** Extracts a page the way the pipeline does; it must have no faults. */
export function extract(text: string, locale: 'fr' | 'en'): Skeleton {
  const { skeleton, diagnostics } = extractPage(text, {
    file: 'page.md',
    locale,
    mdx: false,
    frontMatter: [
      { path: 'title', action: 'translate' },
      { path: '*', action: 'keep' },
    ],
    attributes: ['alt', 'title'],
  })
  if (diagnostics.some(({ severity }) => severity === 'error')) throw new Error(diagnostics[0]?.message)
  return skeleton
}

/** Writes a page from its source's skeleton: what the reassembling stage does with pages as plain as these. */
export function write(source: Skeleton, targets: readonly (string | undefined)[]): string {
  let index = 0
  const writeUnit = (unit: Unit): string => {
    const texts: { gap: string; text: string }[] = []
    let gap = ''
    for (const piece of unit.pieces) {
      if (piece.type === 'gap') {
        gap += piece.raw
        continue
      }
      const holes = piece.pattern.flatMap(item =>
        typeof item === 'string' ? [] : (item.holes ?? []).map(hole => hole.unit),
      )
      const text = targets[index++] ?? piece.raw
      texts.push({ gap, text: holes.reduce((host, hole) => putInto(host, hole, writeUnit(hole)), text) })
      gap = ''
    }
    const kept = texts.filter(({ text }) => text !== '')
    return kept.map((one, order) => (order === 0 ? (texts[0]?.gap ?? '') : one.gap) + one.text).join('') + gap
  }
  return source.parts.map(part => (part.type === 'verbatim' ? part.raw : writeUnit(part))).join('')
}

function putInto(host: string, hole: Unit, text: string): string {
  return host.replace(hole.raw, () => text)
}

/** The base of a page whose segments were written with these targets. */
export function baseOf(
  source: Skeleton,
  targets: readonly (string | undefined)[],
  diverged = false,
): PageBase {
  const { gaps, written, tail } = recordRegenerated(source, targets)
  const segments = segmentsOf(source).map(({ key, fragment }, index) => {
    const target = targets[index]
    const rest = { key, source: fragment, gap: gaps[index] ?? '', written: written[index] ?? '' }
    return target === undefined
      ? ({ ...rest, state: 'initial' } as const)
      : ({ ...rest, target, state: 'translated' } as const)
  })
  return { segments, tail, diverged }
}
