import { pageFormat } from '../../config/page-format.ts'
import type { ExchangeUnit } from '../../exchange/exchange-unit.ts'
import { matchCodes } from '../../exchange/match-codes.ts'
import type { Pattern, Segment, Syntax } from '../../model.ts'
import { parseFragment } from '../../syntax/fragments/parse-fragment.ts'
import { segmentsOf } from '../../syntax/segments-of.ts'
import { withLinks } from '../../syntax/with-links.ts'
import { linkReplacements } from '../link-replacements.ts'
import type { Project } from '../project/open-project.ts'
import { syntaxOf } from '../project/syntax-of.ts'
import { keysOf } from '../run/keys-of.ts'
import type { TargetInHand } from '../run/page-in-hand.ts'

/** A segment of a page, and what the catalogue has for it. */
export interface PlacedUnit extends ExchangeUnit {
  /** Of the page's segments that share the key. */
  readonly indexes: readonly number[]
  /** The first of them. */
  readonly segment: Segment
  readonly syntax: Syntax
  /** The target's fragment. */
  readonly fragment: string | undefined
}

/** The units of a page: each key of the catalogue once, in page order, its source with the links of the target's page. */
export function exchangeUnits({ config }: Project, target: TargetInHand): readonly PlacedUnit[] {
  const { page, entries, locale } = target
  const segments = segmentsOf(withLinks(page.skeleton, linkReplacements(config, locale)))
  const indexesOf = new Map<string, number[]>()
  for (const [index, key] of keysOf(target).entries()) {
    const indexes = indexesOf.get(key)
    if (indexes) indexes.push(index)
    else indexesOf.set(key, [index])
  }
  return [...indexesOf].flatMap(([key, indexes]): readonly PlacedUnit[] => {
    const segment = segments[indexes[0] ?? -1]
    if (segment === undefined) return []
    const syntax = syntaxIn(page.file.file, segment.key)
    const fragment = entries.targets.get(key)
    const source = withoutHoles(segment.pattern)
    return [
      {
        key,
        indexes,
        segment,
        syntax,
        source,
        fragment,
        target:
          fragment === undefined
            ? undefined
            : matchCodes(source, parseFragment(fragment, syntax, { source })),
        state: fragment === undefined ? 'initial' : (entries.states.get(key)?.state ?? 'translated'),
      },
    ]
  })
}

/** A key begins with its segment's role. */
function syntaxIn(file: string, key: string): Syntax {
  const syntax = syntaxOf(key.slice(0, key.indexOf('.')) as Parameters<typeof syntaxOf>[0])
  return syntax === 'markdown' && pageFormat(file) === 'mdx' ? 'mdx' : syntax
}

/** Texts in holes are units of their own. */
function withoutHoles(pattern: Pattern): Pattern {
  return pattern.map(item => {
    if (typeof item === 'string' || item.holes === undefined) return item
    const { holes: _, ...code } = item
    return code
  })
}
